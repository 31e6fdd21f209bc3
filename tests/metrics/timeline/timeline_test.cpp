#include "metrics/timeline/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

Fault login_fault(Seconds from, Seconds until) {
  Fault fault;
  fault.kind = FaultKind::kLogin;
  fault.name = "evening";
  fault.from = from;
  fault.until = until;
  return fault;
}

double at(const std::vector<TimelineBin>& bins, Seconds time, Measure measure) {
  const auto number = static_cast<std::uint32_t>(time / kTimelineBin);
  const auto found = std::ranges::find(bins, number, &TimelineBin::bin);
  return found == bins.end() ? -1.0 : found->sums[index_of(measure)];
}

TEST(WatchedBins, AreTheDaysAroundTheFault) {
  const auto bins = watched_bins({login_fault(18_h, 20_h)}, kDay * 1.0);
  ASSERT_EQ(bins.size(), 96u) << "the whole day: the next one is not simulated";
  EXPECT_EQ(bins.front(), 0u);
  const auto later = watched_bins({login_fault(kDay * 3.0 + 18_h, kDay * 3.0 + 20_h)}, kDay * 30.0);
  EXPECT_EQ(later.front(), 3u * 96u);
  EXPECT_EQ(later.back(), 5u * 96u - 1u) << "12 hours after its end is in the next day";
}

TEST(WatchedBins, DoNotGrowWithThePeriodOrTheFault) {
  const Fault fault = login_fault(kDay * 2.0, kDay * 300.0);
  EXPECT_EQ(watched_bins({fault}, kDay * 365.0).size(), 7u * 96u);
  EXPECT_EQ(watched_bins({login_fault(18_h, 20_h)}, kDay * 365.0).size(),
            watched_bins({login_fault(18_h, 20_h)}, kDay * 7.0).size());
  EXPECT_TRUE(watched_bins({}, kDay * 365.0).empty());
}

TEST(WatchedBins, OfTwoFaultsAreCountedOnce) {
  const auto bins = watched_bins({login_fault(2_h, 3_h), login_fault(4_h, 5_h)}, kDay * 1.0);
  EXPECT_EQ(bins.size(), 96u);
}

TEST(Timeline, PutsScansIntoTheBinInWhichTheyBegan) {
  Timeline timeline({login_fault(18_h, 20_h)}, kDay * 1.0);
  EncounterRecord record = plain_scan(1);
  record.scan_began = 10_h;
  record.answer = Seconds(30.0);
  record.steps = {};
  timeline.encounter(record);
  record.scan_began = 10_h + 14_min;
  record.answer.reset();
  record.outcome = ScanOutcome::kNoSignIn;
  record.silent_wait = Seconds(60.0);
  timeline.encounter(record);
  record.scan_began = 10_h + 15_min;
  timeline.encounter(record);
  const auto bins = timeline.finish();
  EXPECT_EQ(at(bins, 10_h, Measure::kScans), 2.0);
  EXPECT_EQ(at(bins, 10_h, Measure::kFailed), 1.0);
  EXPECT_EQ(at(bins, 10_h, Measure::kAnswers), 1.0);
  EXPECT_EQ(at(bins, 10_h, Measure::kAnswerSeconds), 30.0);
  EXPECT_EQ(at(bins, 10_h, Measure::kSilentHeld), 1.0);
  EXPECT_EQ(at(bins, 10_h + 15_min, Measure::kScans), 1.0);
  EXPECT_EQ(at(bins, 11_h, Measure::kScans), 0.0);
}

TEST(Timeline, IntegratesRequestsOverTheBinsThatTheyAreInTheServiceFor) {
  Timeline timeline({login_fault(18_h, 20_h)}, kDay * 1.0);
  EncounterRecord record = plain_scan(1);
  record.steps = {{Seconds(890.0), StepKind::kUploaded},
                  {Seconds(930.0), StepKind::kSearched},
                  {Seconds(2000.0), StepKind::kUploaded},
                  {Seconds(2030.0), StepKind::kTimedOut}};
  timeline.encounter(record);
  const auto bins = timeline.finish();
  EXPECT_EQ(at(bins, 0_s, Measure::kRequests), 1.0);
  EXPECT_DOUBLE_EQ(at(bins, 0_s, Measure::kInServiceSeconds), 10.0);
  EXPECT_DOUBLE_EQ(at(bins, 15_min, Measure::kInServiceSeconds), 30.0);
  EXPECT_EQ(at(bins, 30_min, Measure::kRequests), 1.0);
  EXPECT_DOUBLE_EQ(at(bins, 30_min, Measure::kInServiceSeconds), 30.0);
}

TEST(Timeline, IntegratesTheDesksQueueToTheEnd) {
  Timeline timeline({login_fault(18_h, 20_h)}, kDay * 1.0);
  timeline.desk(Seconds(450.0), {1, 1, 2});
  timeline.desk(Seconds(1000.0), {1, 1, 4});
  const auto bins = timeline.finish();
  EXPECT_DOUBLE_EQ(at(bins, 0_s, Measure::kDeskWaitingSeconds), 900.0);
  EXPECT_DOUBLE_EQ(at(bins, 15_min, Measure::kDeskWaitingSeconds), 2.0 * 100.0 + 4.0 * 800.0);
  EXPECT_DOUBLE_EQ(at(bins, 23_h + 45_min, Measure::kDeskWaitingSeconds), 3600.0);
}

TEST(Timeline, CountsAttacksByFault) {
  Timeline timeline({login_fault(1_h, 2_h), login_fault(3_h, 4_h)}, kDay * 1.0);
  timeline.attack({1, AttackEvent::What::kRequest, 3_h, Seconds(0.0), 250.0});
  timeline.attack({1, AttackEvent::What::kTurnedAway, 3_h, Seconds(0.0), 240.0});
  timeline.attack({0, AttackEvent::What::kSearch, 1_h});
  EXPECT_EQ(timeline.faults()[1].events[0], 250.0);
  EXPECT_EQ(timeline.faults()[1].events[1], 240.0);
  EXPECT_EQ(timeline.faults()[0].events[3], 1.0);
  const auto bins = timeline.finish();
  EXPECT_EQ(at(bins, 3_h, Measure::kRequests), 250.0);
  EXPECT_EQ(at(bins, 3_h, Measure::kTurnedAway), 240.0);
}

TEST(Timeline, IsEmptyWithoutFaults) {
  Timeline timeline({}, kDay * 1.0);
  timeline.encounter(plain_scan(1));
  timeline.desk(1_h, {1, 1, 1});
  timeline.call(1_h, 1_min, Journal::CallAbout::kScan);
  EXPECT_TRUE(timeline.finish().empty());
}

}  // namespace
}  // namespace fieldtwin
