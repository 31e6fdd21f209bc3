#include "agents/encounter/capture.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string> with(std::vector<std::string> more) {
  more.insert(more.end(), {"encounters.stops_per_shift=60", "encounters.stop_length=0 s",
                           "policy.releases_without_call=100 %", "capture.duration=5 s",
                           "sign_in.idle_limit=24 h", "sign_in.total_limit=24 h"});
  return more;
}

TEST(Capture, AttemptsAreGeometricUpToTheLimit) {
  const auto run = record_run(
      smooth_precinct(with({"capture.usable=40 %", "capture.attempts=3", "period.days=2"})));
  std::array<double, 4> by_failures{};
  for (const auto& record : run.encounters) {
    const auto failures = count_steps(record, StepKind::kCaptureFailed);
    ASSERT_LE(failures, 3u);
    ASSERT_EQ(record.outcome == ScanOutcome::kNoCapture, failures == 3);
    ++by_failures[failures];
  }
  const auto scans = static_cast<double>(run.encounters.size());
  ASSERT_GT(scans, 3000.0);
  const std::array<double, 4> expected{0.4, 0.24, 0.144, 0.216};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(by_failures[i] / scans, expected[i],
                4.0 * std::sqrt(expected[i] * (1.0 - expected[i]) / scans));
  }
}

TEST(Capture, HopelessCasesFailWhateverIsTried) {
  const auto run = record_run(smooth_precinct(with({"capture.impossible=30 %"})));
  double failed = 0.0;
  for (const auto& record : run.encounters) {
    if (record.outcome != ScanOutcome::kNoCapture) continue;
    ++failed;
    EXPECT_EQ(count_steps(record, StepKind::kCaptureFailed), 4u);
    EXPECT_FALSE(record.uplink);
  }
  const auto scans = static_cast<double>(run.encounters.size());
  EXPECT_NEAR(failed / scans, 0.3, 4.0 * std::sqrt(0.21 / scans));
}

TEST(Capture, EachAttemptTakesItsTime) {
  const auto run = record_run(smooth_precinct(with({"capture.usable=50 %"})));
  for (const auto& record : run.encounters) {
    if (record.sign_in || record.outcome == ScanOutcome::kNoCapture) continue;
    const auto attempts = 1 + count_steps(record, StepKind::kCaptureFailed);
    EXPECT_NEAR((find_step(record, StepKind::kCaptured)->time - record.scan_began).value(),
                5.0 * static_cast<double>(attempts), 1e-6);
  }
}

TEST(Capture, QualityIsThatOfTheScenario) {
  const auto run = record_run(smooth_precinct(with({"capture.quality={uniform: [20 %, 40 %]}"})));
  double sum = 0.0;
  for (const auto& record : run.encounters) {
    const double quality = find_step(record, StepKind::kCaptured)->value;
    ASSERT_GE(quality, 0.2);
    ASSERT_LE(quality, 0.4);
    sum += quality;
  }
  const auto scans = static_cast<double>(run.encounters.size());
  EXPECT_NEAR(sum / scans, 0.3, 4.0 * 0.2 / std::sqrt(12.0 * scans));
}

}  // namespace
}  // namespace fieldtwin
