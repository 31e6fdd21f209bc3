#include "agents/encounter/human_check.hpp"

#include <gtest/gtest.h>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kStress{"matcher.fpir=30 %", "records.removable_share=60 %",
                                       "records.wrong.us_born=30 %",
                                       "safeguards.human_check.share=100 %"};

std::vector<std::string> with(std::vector<std::string> more) {
  more.insert(more.begin(), kStress.begin(), kStress.end());
  return more;
}

TEST(HumanCheck, PassesBySeeingTheSamePersonOrNobodyToCompareWith) {
  HumanCheck check;
  check.false_accept = Probability(0.14);
  check.false_reject = Probability(0.06);
  EXPECT_DOUBLE_EQ(pass_probability(check, Likeness::kSelf), 0.94);
  EXPECT_DOUBLE_EQ(pass_probability(check, Likeness::kStranger), 0.14);
  EXPECT_DOUBLE_EQ(pass_probability(check, Likeness::kTwin), 0.14);
  EXPECT_DOUBLE_EQ(pass_probability(check, Likeness::kNobody), 1.0);
}

TEST(HumanCheck, ComesBeforeEveryContactAndTakesItsTime) {
  const auto run = record_run(precinct(with({"safeguards.human_check.time=3 min", "period.days=4"})));
  std::size_t passed = 0, rejected = 0;
  for (const auto& record : run.encounters) {
    const Step* const yes = find_step(record, StepKind::kCheckPassed);
    const Step* const no = find_step(record, StepKind::kCheckRejected);
    ASSERT_EQ(record.app_answer == AppAnswer::kContactIce, yes != nullptr);
    ASSERT_EQ(record.safeguards.checked, yes != nullptr || no != nullptr);
    ASSERT_EQ(record.safeguards.check_rejected, no != nullptr);
    if (!record.safeguards.checked) continue;
    ASSERT_NEAR(record.safeguards.checking.value(), 180.0, 1e-6);
    ASSERT_EQ((yes != nullptr ? yes : no)->time, find_step(record, StepKind::kAnswered)->time);
    passed += yes != nullptr;
    rejected += no != nullptr;
    if (no != nullptr) {
      ASSERT_FALSE(record.hold);
    }
  }
  EXPECT_GT(passed, 30u);
  EXPECT_GT(rejected, 30u);
}

TEST(HumanCheck, APerfectReviewerLeavesNobodyHeldAsAStranger) {
  const auto run = record_run(precinct(
      with({"safeguards.human_check.false_accept=0 %", "safeguards.human_check.false_reject=0 %",
            "ice.wrong_reference=0 %", "capture.several_faces=0 %", "capture.spoofed=0 %"})));
  std::size_t held = 0;
  for (const auto& record : run.encounters) {
    if (!record.hold) continue;
    ++held;
    ASSERT_FALSE(rests_on_another(record.hold->origin));
  }
  EXPECT_GT(held, 10u);
}

TEST(HumanCheck, DoesNotSeeThatARecordIsWrong) {
  const auto run = record_run(precinct(with({"safeguards.human_check.false_reject=0 %"})));
  std::size_t wrong = 0;
  for (const auto& record : run.encounters) {
    if (record.match_truth != MatchTruth::kOwn || !record.safeguards.checked) continue;
    ASSERT_EQ(record.app_answer, AppAnswer::kContactIce);
    wrong += standing_of(record.status) != Standing::kRemovable;
  }
  EXPECT_GT(wrong, 10u);
}

}  // namespace
}  // namespace fieldtwin
