/// With rendered pictures: slow, and only where the models are.

#include <gtest/gtest.h>

#include "agents/replication.hpp"
#include "fidelity.hpp"
#include "recorded_run.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// A day of some two hundred scans.
std::vector<std::string> small_day() {
  return frequent_errors(150, 0.45) +
         std::vector<std::string>{"matcher.fidelity=image", "programme.officers_trained=40",
                                  "encounters.stops_per_shift=8"};
}

class ImageFidelity : public testing::Test {
 protected:
  void SetUp() override {
    const std::string missing = what_is_missing_for(precinct(small_day()));
    if (!missing.empty()) GTEST_SKIP() << missing;
  }
};

TEST_F(ImageFidelity, PicturesTemplatesAndScoresErrAsOften) {
  const ErrorCounts seen = errors_of(small_day());
  const ErrorCounts scores = errors_of(small_day() + calibrated_on(small_day(), 250) +
                                       std::vector<std::string>{"encounters.stops_per_shift=40"});
  expect_same(seen.false_match, seen.non_mated, scores.false_match, scores.non_mated,
              "false matches, by pictures and by scores");
  expect_same(seen.missed, seen.mated, scores.missed, scores.mated,
              "missed matches, by pictures and by scores");
}

TEST_F(ImageFidelity, TheAppAsksAgainWhenAPhotoIsTooPoor) {
  const auto run = record_run(
      precinct(small_day() + std::vector<std::string>{"safeguards.minimum_quality=20 %"}));
  std::size_t poor = 0, taken = 0;
  for (const auto& record : run.encounters) {
    for (const Step& step : record.steps) {
      if (step.kind == StepKind::kTooPoor) {
        EXPECT_LT(step.value, 0.2);
        ++poor;
      }
      if (step.kind == StepKind::kCaptured) {
        EXPECT_GE(step.value, 0.2);
        ++taken;
      }
    }
  }
  EXPECT_GT(poor, 5u);
  EXPECT_GT(taken, 50u);
}

}  // namespace
}  // namespace fieldtwin
