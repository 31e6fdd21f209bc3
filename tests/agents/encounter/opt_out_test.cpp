#include "agents/encounter/opt_out.hpp"

#include <gtest/gtest.h>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

TEST(OptOut, OnlyCitizensDeclineAndAllOfThemIfAllDo) {
  const auto run = record_run(precinct({"safeguards.opt_out.share=100 %"}));
  std::size_t declined = 0;
  for (const auto& record : run.encounters) {
    const bool citizen = standing_of(record.status) == Standing::kCitizen;
    ASSERT_EQ(record.outcome == ScanOutcome::kDeclined, citizen);
    if (!citizen) continue;
    ASSERT_EQ(record.steps.size(), 4u);
    ASSERT_EQ(record.steps[2].kind, StepKind::kDeclined);
    ASSERT_EQ(record.steps[3].kind, StepKind::kPapersChecked);
    ASSERT_FALSE(record.photo_stored);
    ASSERT_FALSE(record.hold);
    ++declined;
  }
  EXPECT_GT(declined, 100u);
}

TEST(OptOut, TakesTheTimeOfTheCheck) {
  const auto run = record_run(
      precinct({"safeguards.opt_out.share=100 %", "safeguards.opt_out.check=25 min"}));
  for (const auto& record : run.encounters) {
    if (record.outcome != ScanOutcome::kDeclined) continue;
    ASSERT_NEAR((record.ended - record.scan_began) / 1_min, 25.0, 1e-6);
    // Beyond the limit of 20 minutes, unless the stop's own business takes as long.
    if (record.prolonged) {
      ASSERT_LE(record.prolonged_by, 5_min + 1e-6_s);
    }
  }
}

TEST(OptOut, LeavesThePeopleStoppedAndTheOthersScansAsTheyWere) {
  const auto base = record_run(precinct()).by_id();
  const auto some = record_run(precinct({"safeguards.opt_out.share=50 %"})).by_id();
  std::size_t declined = 0, same = 0;
  for (const auto& [id, record] : some) {
    const auto found = base.find(id);
    if (found == base.end()) continue;
    ASSERT_EQ(record.person, found->second.person);
    if (record.outcome == ScanOutcome::kDeclined) {
      ++declined;
    } else if (record.match && found->second.match) {
      ASSERT_EQ(record.match_truth, found->second.match_truth);
      ++same;
    }
  }
  EXPECT_GT(declined, 100u);
  EXPECT_GT(same, 100u);
}

}  // namespace
}  // namespace fieldtwin
