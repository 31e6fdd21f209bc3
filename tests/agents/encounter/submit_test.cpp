#include "agents/encounter/submit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"
#include "some_faults.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

/// Transfers whose times are known: 100 kB at 800 kbit/s take 1 s, 1 kB take 0.01 s, each way with
/// a latency of 0.25 s; gateway, extraction and search take 1, 2 and 3 s.
std::vector<std::string> known_times(std::vector<std::string> more = {}) {
  std::vector<std::string> all{
      "capture.image_size=100 kB",         "network.answer_size=1 kB",
      "network.uplink.urban=800 kbit/s",   "network.uplink.rural=800 kbit/s",
      "network.latency.urban=250 ms",      "network.latency.rural=250 ms",
      "network.retry_delay=7 s",           "service.gateway.time=1 s",
      "service.extraction.time=2 s",       "service.search.time=3 s",
      "service.gateway.servers=1000",      "service.extraction.servers=1000",
      "service.search.servers=1000",       "encounters.stops_per_shift=30",
      "policy.releases_without_call=100 %"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

constexpr double kUpload = 1.25;
constexpr double kSearch = 6.0;
constexpr double kAnswer = 0.26;

/// The largest deviation from the closed form, and how many answers there were.
std::vector<double> deviation_from_closed_form(const Scenario& scenario) {
  double worst = 0.0;
  double answers = 0.0;
  for (const auto& record : record_run(scenario).encounters) {
    const double photo = find_step(record, StepKind::kCaptured)->time.value();
    const double answered = find_step(record, StepKind::kAnswered)->time.value();
    worst = std::max({worst, std::abs(record.uplink->value() - kUpload),
                      std::abs(record.match->value() - kSearch),
                      std::abs(answered - photo - kUpload - kSearch - kAnswer)});
    ++answers;
  }
  return {worst, answers};
}

TEST(Submit, TakesLatencyPlusBytesOverBandwidthInDelayFidelity) {
  const auto result = deviation_from_closed_form(smooth_precinct(known_times()));
  EXPECT_LT(result[0], 1e-6);
  EXPECT_GT(result[1], 500.0);
}

TEST(Submit, TakesTheSameAloneInFlowFidelity) {
  // The cells are so large that nobody is in anybody's way.
  const Scenario scenario =
      smooth_precinct(known_times({"network.fidelity=flow", "network.cell_capacity=1 Gbit/s"}));
  const auto result = in_child([&] { return deviation_from_closed_form(scenario); });
  EXPECT_LT(result[0], 1e-5);
  EXPECT_GT(result[1], 500.0);
}

TEST(Submit, ACellThatIsNarrowerThanTheLinkSetsTheRate) {
  // 1 kbit/s for each 100,000 of the 95.5 % of Florida's 21.5 million who live in towns.
  const Scenario scenario = smooth_precinct(
      known_times({"network.cell_capacity=1 kbit/s", "encounters.stops_per_shift=1"}));
  double scans = 0.0;
  for (const auto& record : record_run(scenario).encounters) {
    if (record.area == Area::kRural) continue;
    const double rate = 1e3 * 215.38187 * (1.0 - 0.045);
    EXPECT_NEAR(record.uplink->value(), 0.25 + 8e5 / rate, 1e-3);
    ++scans;
  }
  EXPECT_GT(scans, 10.0);
}

TEST(Submit, WithoutCoverageEveryAttemptFails) {
  const auto run = record_run(
      smooth_precinct(known_times({"network.no_coverage.urban=100 %",
                                   "network.no_coverage.rural=100 %", "network.attempts=4"})));
  ASSERT_GT(run.encounters.size(), 500u);
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.outcome, ScanOutcome::kNoNetwork);
    ASSERT_EQ(count_steps(record, StepKind::kNoCoverage), 4u);
    ASSERT_FALSE(record.uplink);
    const Seconds photo = find_step(record, StepKind::kCaptured)->time;
    ASSERT_NEAR((record.ended - photo).value(), 3 * 7.0, 1e-6);
  }
}

TEST(Submit, CoverageIsDrawnAnewAtEachAttempt) {
  const auto run = record_run(smooth_precinct(
      known_times({"network.no_coverage.urban=60 %", "network.no_coverage.rural=60 %",
                   "network.attempts=3", "period.days=3"})));
  std::array<double, 4> by_failures{};
  for (const auto& record : run.encounters) {
    ++by_failures[count_steps(record, StepKind::kNoCoverage)];
  }
  const auto scans = static_cast<double>(run.encounters.size());
  const std::array<double, 4> expected{0.4, 0.24, 0.144, 0.216};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(by_failures[i] / scans, expected[i],
                4.0 * std::sqrt(expected[i] * (1.0 - expected[i]) / scans));
  }
}

TEST(Submit, ALostUploadBreaksOffHalfWay) {
  const auto run =
      record_run(smooth_precinct(known_times({"network.loss=100 %", "network.attempts=2"})));
  ASSERT_GT(run.encounters.size(), 500u);
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.outcome, ScanOutcome::kNoNetwork);
    ASSERT_EQ(count_steps(record, StepKind::kTransferLost), 2u);
    const Seconds photo = find_step(record, StepKind::kCaptured)->time;
    ASSERT_NEAR((record.ended - photo).value(), 2 * (0.25 + 0.5) + 7.0, 1e-6);
  }
}

TEST(Submit, TheAnswerMayBeLostTooAndThePhotoIsThereAllTheSame) {
  const auto run =
      record_run(smooth_precinct(known_times({"network.loss=50 %", "network.attempts=1"})));
  double searched = 0.0;
  double lost = 0.0;
  for (const auto& record : run.encounters) {
    if (record.match_truth == MatchTruth::kNotSearched) continue;
    ++searched;
    EXPECT_TRUE(record.photo_stored);
    if (record.outcome == ScanOutcome::kNoNetwork) ++lost;
  }
  EXPECT_GT(searched, 200.0);
  EXPECT_NEAR(lost / searched, 0.5, 4.0 * std::sqrt(0.25 / searched));
}

TEST(Submit, TheAppGivesUpAtItsTimeLimit) {
  // Everything takes 7.51 s; the limit falls into the search.
  const auto run =
      record_run(smooth_precinct(known_times({"network.timeout=7 s", "network.attempts=3"})));
  ASSERT_GT(run.encounters.size(), 500u);
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.outcome, ScanOutcome::kTimedOut);
    ASSERT_EQ(count_steps(record, StepKind::kTimedOut), 3u);
    ASSERT_EQ(count_steps(record, StepKind::kTemplateMade), 3u);
    ASSERT_EQ(count_steps(record, StepKind::kSearched), 0u);
    const Seconds photo = find_step(record, StepKind::kCaptured)->time;
    ASSERT_NEAR((record.ended - photo).value(), 3 * 7.0 + 2 * 7.0, 1e-6);
  }
  const auto patient =
      record_run(smooth_precinct(known_times({"network.timeout=7.52 s", "network.attempts=3"})));
  for (const auto& record : patient.encounters) ASSERT_EQ(record.outcome, ScanOutcome::kAnswered);
}

TEST(Submit, UploadTimeCountsFromTheFirstRequest) {
  const auto run = record_run(smooth_precinct(
      known_times({"network.no_coverage.urban=50 %", "network.no_coverage.rural=50 %"})));
  for (const auto& record : run.encounters) {
    if (!record.uplink) continue;
    const auto failures = static_cast<double>(count_steps(record, StepKind::kNoCoverage));
    ASSERT_NEAR(record.uplink->value(), kUpload + 7.0 * failures, 1e-6);
  }
}

TEST(Submit, ServiceThatIsDownRefuses) {
  Scenario scenario = smooth_precinct(known_times({"network.attempts=2"}));
  scenario.faults = {shortage(FaultKind::kService, 0_s, kDay * 2.0, Probability(0.0))};
  const auto run = record_run(scenario);
  ASSERT_GT(run.encounters.size(), 500u);
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.outcome, ScanOutcome::kNoNetwork);
    ASSERT_EQ(count_steps(record, StepKind::kRefused), 2u);
    ASSERT_FALSE(record.uplink) << "a photo that was refused was not received";
  }
}

}  // namespace
}  // namespace fieldtwin
