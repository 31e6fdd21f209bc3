/// 287(g) in jails.

#include <gtest/gtest.h>

#include <algorithm>

#include "agents/jail/detainer.hpp"
#include "agents/jail/facilities.hpp"
#include "recorded_run.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

Scenario jails(std::vector<std::string> overrides) {
  overrides.insert(overrides.begin(), {"programme.states=[FL, TX]", "period.days=2",
                                       "network.fidelity=delay", "jail.bookings=20"});
  return load_scenario("jail-enforcement", overrides).scenario;
}

HoldCourse course(HoldEnd end, Seconds local, Seconds federal = 0_s) {
  return {0_s, 0_s, end, local, federal, std::nullopt, false};
}

TEST(Detainer, AddsWhatTheStayDoesNotCover) {
  const auto transfer = beyond_the_stay(course(HoldEnd::kTransfer, 20_h), 12_h, 48_h);
  ASSERT_TRUE(transfer);
  EXPECT_EQ(transfer->local, 8_h);
  EXPECT_EQ(beyond_the_stay(course(HoldEnd::kTransfer, 20_h), 30_h, 48_h)->local, 0_s);
}

TEST(Detainer, IsCancelledIfTheMistakeIsFoundInTime) {
  EXPECT_FALSE(beyond_the_stay(course(HoldEnd::kMistakeFound, 20_h), 21_h, 48_h));
}

TEST(Detainer, OfAMistakeGoesOnWithIceAfterTheLimit) {
  const auto left = beyond_the_stay(course(HoldEnd::kMistakeFound, 48_h, 52_h), 10_h, 48_h);
  ASSERT_TRUE(left);
  EXPECT_EQ(left->local, 48_h);
  EXPECT_EQ(left->federal, 42_h);
}

TEST(Detainer, ThatIceDoesNotComeForLastsTheWholeLimit) {
  EXPECT_EQ(beyond_the_stay(course(HoldEnd::kDetainerExpired, 48_h), 100_h, 48_h)->local, 48_h);
}

TEST(Facilities, AreTheAgreementsOfTheModelsThatCount) {
  const auto facilities = [](const std::string& model) {
    double sum = 0.0;
    for (const auto& presence : facilities_by_state(jails({"jail.model=" + model}))) {
      sum += presence.officers;
    }
    return sum;
  };
  const double enforcement = facilities("jail_enforcement"), warrants = facilities("warrant_service");
  EXPECT_GT(enforcement, 0.0);
  EXPECT_GT(warrants, 0.0);
  EXPECT_EQ(facilities("both"), enforcement + warrants);
}

TEST(Bookings, OfJailEnforcementAreAllInterviewed) {
  const Recording run = record_run(jails({"jail.model=jail_enforcement"}));
  ASSERT_GT(run.encounters.size(), 200u);
  for (const EncounterRecord& record : run.encounters) {
    ASSERT_EQ(record.system, SystemKind::kJail);
    EXPECT_TRUE(record.evidence.interviewed);
    EXPECT_FALSE(record.evidence.warrant_served);
    EXPECT_NE(record.evidence.prints, PrintsFound::kNotTaken);
  }
}

TEST(Bookings, WarrantsAreServedOnThoseAloneWhomIceNames) {
  const Recording run = record_run(jails({"jail.model=warrant_service"}));
  std::size_t served = 0;
  for (const EncounterRecord& record : run.encounters) {
    EXPECT_FALSE(record.evidence.interviewed);
    EXPECT_EQ(record.evidence.detainer_lodged, record.evidence.warrant_served);
    if (!record.evidence.warrant_served) continue;
    ++served;
    EXPECT_EQ(record.evidence.found_record, Standing::kRemovable);
  }
  EXPECT_GT(served, 3u);
  const Recording nobody = record_run(jails({"jail.model=warrant_service", "jail.ice_names=0 %"}));
  EXPECT_TRUE(std::ranges::none_of(nobody.encounters, [](const EncounterRecord& record) {
    return record.evidence.detainer_lodged;
  }));
}

TEST(Bookings, ADetainerHoldsNobodyLongerThanItsLimitLocally) {
  const Recording run = record_run(
      jails({"custody.lawful_hold=100 h", "custody.detainer_limit=48 h", "jail.stay=30 h",
             "custody.release_unentered=0 %"}));
  std::size_t expired = 0;
  for (const EncounterRecord& record : run.encounters) {
    if (!record.hold || record.hold->end != HoldEnd::kDetainerExpired) continue;
    ++expired;
    EXPECT_NEAR(record.hold->length / 1_h, 48.0, 1e-6);
  }
  EXPECT_GT(expired, 3u);
}

TEST(Bookings, WithRightRecordsAndNoMisjudgementNobodyIsHeldWrongly) {
  const Recording run = record_run(jails(
      {"jail.misjudged=0 %", "fingerprints.false_match=0 %", "errors.wrong_record=off",
       "errors.wrong_file=off"}));
  std::size_t held = 0;
  for (const EncounterRecord& record : run.encounters) {
    EXPECT_FALSE(wrongful_kinds(record).any()) << record.id;
    if (record.hold) ++held;
  }
  EXPECT_GT(held, 5u);
}

}  // namespace
}  // namespace fieldtwin
