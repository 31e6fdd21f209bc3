#include "agents/encounter/silence.hpp"

#include <gtest/gtest.h>

#include "agents/replication.hpp"
#include "recorded_run.hpp"
#include "some_faults.hpp"

namespace fieldtwin {
namespace {

/// Nobody can sign in from 12:00 to 12:30, everybody has to, and stops are short.
Scenario silent(std::vector<std::string> more) {
  more.insert(more.end(), {"encounters.stops_per_shift=20", "encounters.stop_length=1 min",
                           "policy.stop_limit=20 min", "sign_in.idle_limit=0 s",
                           "sign_in.total_limit=0 s", "sign_in.duration=10 s",
                           "sign_in.attempts=1", "policy.when_silent.retry_pause=3 min"});
  Scenario scenario = smooth_precinct(more);
  scenario.faults = {shortage(FaultKind::kLogin, 12_h, 12_h + 30_min, Probability(0.0))};
  return scenario;
}

/// The encounters whose first attempt to sign in failed.
std::vector<EncounterRecord> silenced(const Recording& run) {
  std::vector<EncounterRecord> out;
  for (const auto& record : run.encounters) {
    if (count_steps(record, StepKind::kSignInFailed) > 0) out.push_back(record);
  }
  EXPECT_GT(out.size(), 15u);
  return out;
}

TEST(Silence, IsWhatTheSystemDoesNotAnswer) {
  EXPECT_TRUE(is_silence(ScanOutcome::kNoSignIn));
  EXPECT_TRUE(is_silence(ScanOutcome::kNoNetwork));
  EXPECT_TRUE(is_silence(ScanOutcome::kTimedOut));
  EXPECT_FALSE(is_silence(ScanOutcome::kNoCapture));
  EXPECT_FALSE(is_silence(ScanOutcome::kNoDevice));
  EXPECT_FALSE(is_silence(ScanOutcome::kAnswered));
}

TEST(Silence, OfficersLetGoUnlessTheirSharesSayOtherwise) {
  for (const auto& record : silenced(record_run(silent({})))) {
    ASSERT_EQ(record.silence, Silence::kReleased);
    ASSERT_EQ(record.silent_wait, Seconds(0.0));
    ASSERT_FALSE(record.hold);
  }
}

TEST(Silence, SomeKeepThePersonUntilTheLimit) {
  for (const auto& record : silenced(record_run(silent({"policy.when_silent.hold=100 %"})))) {
    ASSERT_EQ(record.silence, Silence::kHeld);
    ASSERT_NEAR((record.ended - record.stopped).value(), 1200.0, 1e-6);
    ASSERT_NEAR(record.silent_wait.value(), 1190.0, 30.0);
    ASSERT_FALSE(record.prolonged) << "the limit is kept";
    ASSERT_FALSE(record.hold);
    ASSERT_NE(find_step(record, StepKind::kKeptInSilence), nullptr);
  }
}

TEST(Silence, SomeTryAgainUntilTheLimit) {
  std::size_t rescued = 0;
  for (const auto& record : silenced(record_run(silent({"policy.when_silent.retry=100 %"})))) {
    ASSERT_EQ(record.silence, Silence::kTriedAgain);
    ASSERT_GT(record.silent_wait, Seconds(0.0));
    const Step* again = find_step(record, StepKind::kTriedAgain);
    ASSERT_NE(again, nullptr);
    ASSERT_LE(again->time - record.stopped, Seconds(1200.0));
    if (record.outcome == ScanOutcome::kAnswered) {
      ++rescued;
      ASSERT_GE(find_step(record, StepKind::kSignedIn)->time, 12_h + 30_min);
    } else {
      ASSERT_EQ(record.outcome, ScanOutcome::kNoSignIn);
    }
  }
  EXPECT_GT(rescued, 3u) << "who began within 20 minutes of the end got through";
}

TEST(Silence, TriesAgainAreNotTheSameLuckAgain) {
  // Without a fault: every sign-in fails with 60 %, so that the second one works for some.
  Scenario scenario = silent({"policy.when_silent.retry=100 %", "sign_in.failure=60 %"});
  scenario.faults.clear();
  std::size_t rescued = 0;
  for (const auto& record : silenced(record_run(scenario))) {
    if (record.outcome == ScanOutcome::kAnswered) ++rescued;
  }
  EXPECT_GT(rescued, 100u);
}

TEST(Silence, SomeCallIceWithoutAnAnswer) {
  std::size_t held = 0;
  for (const auto& record :
       silenced(record_run(silent({"policy.when_silent.call=100 %", "ice.agents_day=100"})))) {
    ASSERT_EQ(record.silence, Silence::kCalled);
    ASSERT_TRUE(record.agent_reached);
    ASSERT_EQ(record.app_answer, AppAnswer::kNone);
    ASSERT_EQ(record.match_truth, MatchTruth::kNotSearched);
    if (!record.hold) continue;
    ++held;
    ASSERT_EQ(record.hold->decision, HoldDecision::kAgent);
    const bool known = record.enrolled && record.evidence.showed_id;
    ASSERT_TRUE(known || standing_of(record.status) == Standing::kRemovable)
        << "only a record, or the truth, speaks for a hold";
  }
  EXPECT_GT(held, 0u);
}

TEST(Silence, SharesAddUp) {
  Scenario scenario = silent({"policy.when_silent.hold=30 %", "policy.when_silent.retry=20 %",
                              "policy.when_silent.call=40 %"});
  std::array<double, 5> counts{};
  double n = 0.0;
  for (std::uint64_t id = 0; id < 4000; ++id) {
    ++counts[index_of(when_silent(scenario.policy.when_silent, Draws(1, 0), EncounterId{id}))];
    ++n;
  }
  EXPECT_NEAR(counts[index_of(Silence::kHeld)] / n, 0.3, 0.03);
  EXPECT_NEAR(counts[index_of(Silence::kTriedAgain)] / n, 0.2, 0.03);
  EXPECT_NEAR(counts[index_of(Silence::kCalled)] / n, 0.4, 0.03);
  EXPECT_NEAR(counts[index_of(Silence::kReleased)] / n, 0.1, 0.03);
}

TEST(Silence, IsMeasured) {
  const auto result = simulate_replication(silent({"policy.when_silent.hold=100 %"}), 1, 0,
                                           RecordLevel::kNone);
  EXPECT_GT(result.total(Amount::kSilentHeld), 15.0);
  EXPECT_NEAR(result.total(Amount::kSilentHeldMinutes) / result.total(Amount::kSilentHeld), 19.8,
              0.5);
}

}  // namespace
}  // namespace fieldtwin
