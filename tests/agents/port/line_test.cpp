/// The line before the cameras, against queues whose waits are known.

#include <gtest/gtest.h>

#include <algorithm>

#include "recorded_port.hpp"

namespace fieldtwin {
namespace {

double mean_wait(const PortRecording& recording) {
  double sum = 0.0;
  for (const CrossingRecord& record : recording.crossings) sum += record.waited.value();
  return sum / static_cast<double>(recording.crossings.size());
}

/// All 100 travellers come at once, and each takes 10 s in one lane: the k-th waits 10 k seconds.
TEST(Line, IsAQueueOfFixedTimesWhereAllComeAtOnce) {
  const PortRecording recording = record_port(smooth_airport(
      {"port.flights=1", "port.travellers=100", "port.boarding.join=0 %", "port.boarding.lanes=1",
       "port.boarding.pass_time=10 s", "port.staff.absent=100 %"}));
  ASSERT_EQ(recording.crossings.size(), 100u);
  std::vector<double> waits;
  for (const CrossingRecord& record : recording.crossings) waits.push_back(record.waited.value());
  std::ranges::sort(waits);
  for (std::size_t k = 0; k < waits.size(); ++k) EXPECT_NEAR(waits[k], 10.0 * k, 1e-6);
  ASSERT_EQ(recording.boardings.size(), 1u);
  const Seconds began = recording.crossings.front().joined;
  EXPECT_NEAR((recording.boardings.front().finished - began).value(), 1000.0, 1e-6);
}

/// The same in two lanes: pairs wait 0, 10, 20, ...
TEST(Line, TwoLanesHalveIt) {
  const PortRecording recording = record_port(smooth_airport(
      {"port.flights=1", "port.travellers=100", "port.boarding.join=0 %", "port.boarding.lanes=2",
       "port.boarding.pass_time=10 s", "port.staff.absent=100 %"}));
  EXPECT_NEAR(mean_wait(recording), 10.0 * 49.0 / 2.0, 1e-6);
}

/// Travellers come to a checkpoint independently of each other, one lane serves each in a fixed
/// time D at a load rho: M/D/1, of which the mean wait is rho D / (2 (1 - rho)).
TEST(Line, IsMD1AtACheckpoint) {
  double waits = 0.0;
  constexpr int kReplications = 8;
  for (std::uint32_t replication = 0; replication < kReplications; ++replication) {
    waits += mean_wait(record_port(
        smooth_airport({"port.flights=0", "port.checkpoint.travellers=5184",
                        "port.checkpoint.lanes=1", "port.boarding.pass_time=10 s",
                        "port.staff.absent=100 %",
                        "port.curve=[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"}),
        1, replication));
  }
  const double rho = 5184.0 * 10.0 / 86'400.0;
  EXPECT_NEAR(waits / kReplications, rho * 10.0 / (2.0 * (1.0 - rho)), 0.6);
}

/// At the pace of photographed travellers a hundred would take far longer than the minutes left, so
/// the cameras are passed by; with time enough nobody is.
TEST(Line, PassesCamerasByWhenItIsLate) {
  const std::vector<std::string> flight{
      "port.flights=1",          "port.travellers=100",         "port.boarding.join=0 %",
      "port.boarding.lanes=1",   "port.boarding.pass_time=5 s", "port.boarding.margin=0 s",
      "port.camera.duration=5 s"};
  const auto skipped = [&](const std::string& window) {
    auto overrides = flight;
    overrides.push_back("port.boarding.window=" + window);
    return record_port(smooth_airport(overrides)).share_of(CrossingGap::kSkipped);
  };
  EXPECT_EQ(skipped("30 min"), 0.0);
  EXPECT_GT(skipped("12 min"), 0.2);
  EXPECT_GT(skipped("9 min"), skipped("12 min"));
  // Five seconds each are all that is left: nobody is photographed but the last, who holds up none.
  EXPECT_NEAR(skipped("8 min"), 0.99, 0.011);
}

TEST(Line, PassesCamerasByAtACheckpointBeyondTheLongestLine) {
  const std::vector<std::string> crowd{"port.flights=0", "port.checkpoint.travellers=4000",
                                       "port.checkpoint.lanes=1"};
  const auto skipped = [&](const std::string& longest) {
    auto overrides = crowd;
    overrides.push_back("port.checkpoint.longest_line=" + longest);
    return record_port(smooth_airport(overrides)).share_of(CrossingGap::kSkipped);
  };
  EXPECT_EQ(skipped("100000"), 0.0);
  EXPECT_GT(skipped("5"), skipped("50"));
}

TEST(Line, ACameraThatIsDownLetsItsLaneGoOnWithoutIt) {
  const PortRecording recording = record_port(
      smooth_airport({"port.flights=200", "port.travellers=20", "port.camera.availability=80 %",
                      "port.camera.outage_length=1 d"}));
  // Outages last longer than a boarding: of 400 lanes a fifth is down.
  EXPECT_NEAR(recording.share_of(CrossingGap::kCameraDown), 0.2, 4.0 * 0.025);
}

}  // namespace
}  // namespace fieldtwin
