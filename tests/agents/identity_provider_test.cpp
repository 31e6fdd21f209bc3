#include "agents/identity_provider.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <deque>

#include "recorded_run.hpp"
#include "somebody.hpp"

namespace fieldtwin {
namespace {

/// What one visit to the sign-in page came to.
struct Visit {
  EncounterLog log;
  Device device{0, Area::kUrban, {}};
  SignedIn signed_in = SignedIn::kNo;
  Seconds ended{0.0};
};

/// An identity provider and those who sign in.
class Login : public testing::Test {
 protected:
  Login() {
    scenario_.sign_in.idle_limit = 15_min;
    scenario_.sign_in.total_limit = 12_h;
    scenario_.sign_in.duration = 40_s;
    scenario_.sign_in.failure = Probability(0.0);
    scenario_.sign_in.attempts = Count(3);
    scenario_.sign_in.retry_delay = 10_s;
  }

  /// Each visit has a device of its own, at time 0.
  std::deque<Visit> visit(std::size_t visits, std::vector<ShareStep> faults = {}) {
    Calendar calendar(Clockwork::kAlone);
    IdentityProvider login(calendar, scenario_.sign_in, draws_,
                           Backend(Outages(draws_, 1, {Probability(1.0), 1_h}), std::move(faults)));
    std::deque<Visit> out;
    for (std::size_t i = 0; i < visits; ++i) {
      out.push_back({EncounterLog(calendar, an_officer(), stop_of(a_citizen(), i))});
      calendar.start(go(calendar, login, out.back()));
    }
    calendar.run();
    return out;
  }

  static Process go(Calendar& calendar, IdentityProvider& login, Visit& visit) {
    visit.signed_in = co_await login.sign_in(visit.device, visit.log);
    visit.ended = calendar.now();
  }

  Scenario scenario_;
  Draws draws_{4, 0};
};

TEST_F(Login, FreshSignInTakesItsTime) {
  const auto visits = visit(1);
  EXPECT_EQ(visits[0].signed_in, SignedIn::kYes);
  EXPECT_EQ(visits[0].ended, 40_s);
  EXPECT_EQ(visits[0].log.record().sign_in, 40_s);
  EXPECT_TRUE(visits[0].device.session.is_alive(40_s, 15_min, 12_h));
}

TEST_F(Login, LiveSessionNeedsNone) {
  Calendar calendar(Clockwork::kAlone);
  IdentityProvider login(calendar, scenario_.sign_in, draws_,
                         Backend(Outages(draws_, 1, {Probability(1.0), 1_h}), {}));
  Device device{0, Area::kUrban, {}};
  EXPECT_FALSE(login.is_signed_in(device));
  device.session.begin(0_s);
  EXPECT_TRUE(login.is_signed_in(device));
}

TEST_F(Login, AttemptsFailAsOftenAsTheScenarioSaysAndAreLimited) {
  scenario_.sign_in.failure = Probability(0.6);
  constexpr std::size_t kVisits = 4000;
  std::array<double, 4> by_failures{};
  for (const auto& visit : visit(kVisits)) {
    const auto failures = count_steps(visit.log.record(), StepKind::kSignInFailed);
    ASSERT_LE(failures, 3u);
    ++by_failures[failures];
    ASSERT_EQ(visit.signed_in == SignedIn::kNo, failures == 3);
    const double attempts = static_cast<double>(std::min<std::size_t>(failures + 1, 3));
    ASSERT_DOUBLE_EQ(visit.ended.value(), 40.0 * attempts + 10.0 * (attempts - 1.0));
  }
  const std::array<double, 4> expected{0.4, 0.6 * 0.4, 0.36 * 0.4, 0.216};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(by_failures[i] / kVisits, expected[i],
                4.0 * std::sqrt(expected[i] * (1.0 - expected[i]) / kVisits))
        << i << " failures";
  }
}

TEST_F(Login, NobodySignsInDuringAnOutage) {
  for (const auto& visit : visit(50, {{0_s, Probability(0.0)}})) {
    EXPECT_EQ(visit.signed_in, SignedIn::kNo);
    EXPECT_EQ(visit.ended, 140_s) << "three attempts and two pauses";
    EXPECT_FALSE(visit.log.record().sign_in);
  }
}

TEST_F(Login, AnOutageThatEndsInTimeCostsAttempts) {
  for (const auto& visit : visit(50, {{0_s, Probability(0.0)}, {1_min, Probability(1.0)}})) {
    EXPECT_EQ(visit.signed_in, SignedIn::kYes);
    EXPECT_EQ(count_steps(visit.log.record(), StepKind::kSignInFailed), 1u);
    EXPECT_EQ(visit.log.record().sign_in, 90_s);
  }
}

TEST_F(Login, ReducedCapacityRefusesItsShare) {
  scenario_.sign_in.attempts = Count(1);
  constexpr double kVisits = 4000;
  double in = 0.0;
  for (const auto& visit : visit(4000, {{0_s, Probability(0.25)}})) {
    if (visit.signed_in == SignedIn::kYes) ++in;
  }
  EXPECT_NEAR(in / kVisits, 0.25, 4.0 * std::sqrt(0.1875 / kVisits));
}

TEST(SignInOfTheDay, EndsAfterIdleTimeAndInAnyCaseAfterTheTotal) {
  // Every sign-in comes more than the idle limit after the last answer, or the total limit after
  // the last sign-in; between two sign-ins no gap is longer than the idle limit.
  const Scenario scenario = smooth_precinct(
      {"sign_in.idle_limit=30 min", "sign_in.total_limit=3 h", "encounters.stops_per_shift=60",
       "encounters.stop_length=1 min", "policy.releases_without_call=100 %"});
  struct Use {
    Seconds last_use{-1e9};
    Seconds signed_in{-1e9};
  };
  std::map<std::uint32_t, Use> officers;
  std::size_t idle = 0;
  std::size_t total = 0;
  for (const auto& record : record_run(scenario).encounters) {
    Use& use = officers[record.officer];
    const bool idled = record.scan_began - use.last_use > 30_min;
    const bool too_long = record.scan_began - use.signed_in > 3_h;
    ASSERT_EQ(record.sign_in.has_value(), idled || too_long);
    if (idled) ++idle;
    if (!idled && too_long) ++total;
    if (record.sign_in) use.signed_in = find_step(record, StepKind::kSignedIn)->time;
    use.last_use = find_step(record, StepKind::kAnswered)->time;
  }
  EXPECT_GT(idle, 50u);
  EXPECT_GT(total, 20u);
}

}  // namespace
}  // namespace fieldtwin
