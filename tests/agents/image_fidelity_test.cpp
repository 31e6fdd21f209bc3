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

/// A day of some two hundred and fifty scans, with one photo of each.
std::vector<std::string> day_at(double distance) {
  return frequent_errors(150, distance) +
         std::vector<std::string>{"programme.officers_trained=40", "encounters.stops_per_shift=16"};
}

const std::vector<std::string> kImage{"matcher.fidelity=image"};
const std::vector<std::string> kTemplate{"matcher.fidelity=template"};
/// Nothing is rendered for it: more scans cost nothing.
const std::vector<std::string> kLongerDay{"encounters.stops_per_shift=100"};

/// Errors of a kind, in searches of a kind, are as frequent at a distance with each fidelity. Scores
/// are calibrated on templates of other residents in the same gallery.
void expect_same_of_three(double distance, double ErrorCounts::*errors,
                          double ErrorCounts::*searches, const std::string& what) {
  const auto day = day_at(distance);
  const auto templates = day + kTemplate;
  const ErrorCounts by_images = errors_of(day + kImage);
  const ErrorCounts by_templates = errors_of(templates + kLongerDay);
  const ErrorCounts by_scores =
      errors_of(templates + calibrated_on(templates, 3000) + kLongerDay);
  expect_same(by_images.*errors, by_images.*searches, by_templates.*errors, by_templates.*searches,
              (what + ", by pictures and by templates").c_str());
  expect_same(by_images.*errors, by_images.*searches, by_scores.*errors, by_scores.*searches,
              (what + ", by pictures and by scores").c_str());
}

class ImageFidelity : public testing::Test {
 protected:
  void SetUp() override {
    const std::string missing = what_is_missing_for(precinct(day_at(0.4) + kImage));
    if (!missing.empty()) GTEST_SKIP() << missing;
  }
};

// One threshold makes misses frequent, the other false matches.
TEST_F(ImageFidelity, PicturesTemplatesAndScoresMissAsOften) {
  expect_same_of_three(0.36, &ErrorCounts::missed, &ErrorCounts::mated, "missed matches");
}

TEST_F(ImageFidelity, PicturesTemplatesAndScoresAreMistakenAsOften) {
  expect_same_of_three(0.43, &ErrorCounts::false_match, &ErrorCounts::non_mated, "false matches");
}

TEST_F(ImageFidelity, TheAppAsksAgainWhenAPhotoIsTooPoor) {
  const auto run = record_run(
      precinct(day_at(0.4) + kImage + std::vector<std::string>{"safeguards.minimum_quality=20 %"}));
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
