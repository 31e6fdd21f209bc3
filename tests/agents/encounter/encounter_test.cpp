#include "agents/encounter/encounter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

/// Everybody is called about, and the desk is overloaded: officers wait.
std::vector<std::string> waiting(std::vector<std::string> more = {}) {
  std::vector<std::string> all{"encounters.stops_per_shift=10",
                               "encounters.stop_length=5 min",
                               "ice.agents_day=3",
                               "ice.agents_evening=3",
                               "ice.agents_night=3",
                               "ice.handle_time=7 min",
                               "ice.claim=0 %",
                               "ice.other_calls_per_day=0",
                               "ice.patience=11 min",
                               "ice.retry=100 %",
                               "ice.retry_delay=4 min",
                               "ice.calls=5",
                               "policy.stop_limit=20 min",
                               "policy.holds_unanswered=0 %"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

TEST(StopLimit, OfficersWhoMindItLetGoExactlyThen) {
  const auto run = record_run(smooth_precinct(waiting({"policy.releases_at_limit=100 %"})));
  std::size_t at_limit = 0;
  std::size_t in_time = 0;
  for (const auto& record : run.encounters) {
    ASSERT_FALSE(record.prolonged) << "nobody is kept longer, and rounding is no harm";
    ASSERT_EQ(record.prolonged_by, 0_s);
    ASSERT_LE(record.ended, record.stopped + 20_min + 1e-6_s);
    if (find_step(record, StepKind::kLimitReached) == nullptr) {
      ++in_time;
      continue;
    }
    ++at_limit;
    ASSERT_NEAR((record.ended - record.stopped) / 1_min, 20.0, 1e-6);
    ASSERT_FALSE(record.hold);
  }
  EXPECT_GT(at_limit, 50u);
  EXPECT_GT(in_time, 50u);
}

TEST(StopLimit, IsKeptToTheLastBitInTheFirstMinutesToo) {
  // Where times are small beside the limit, clocks round.
  const Scenario scenario = smooth_precinct(
      waiting({"policy.releases_at_limit=100 %", "officers.on_duty=100 %",
               "officers.shift_start=22 h", "ice.agents_night=0", "period.days=1"}));
  std::size_t early = 0;
  for (std::uint32_t replication = 0; replication < 5; ++replication) {
    for (const auto& record : record_run(scenario, 1, replication).encounters) {
      ASSERT_FALSE(record.prolonged) << record.prolonged_by.value();
      if (record.stopped < 20_min && find_step(record, StepKind::kLimitReached)) ++early;
    }
  }
  EXPECT_GT(early, 50u);
}

TEST(StopLimit, ACallThatItCutsShortIsAnAbandonedCall) {
  const auto run = record_run(smooth_precinct(waiting({"policy.releases_at_limit=100 %"})));
  std::size_t cut_short = 0;
  for (const auto& record : run.encounters) {
    if (find_step(record, StepKind::kLimitReached) == nullptr) continue;
    ASSERT_EQ(count_steps(record, StepKind::kCall), record.call_waits.size());
    if (record.call_waits.empty() || record.agent_reached) continue;
    // In the first call patience cannot have ended, or it was the second one that was cut short.
    if (record.call_waits.back() < 11_min - 1_s) ++cut_short;
  }
  EXPECT_GT(cut_short, 10u);
}

TEST(StopLimit, OthersProlongTheStopAndItIsCounted) {
  const auto run = record_run(smooth_precinct(waiting({"policy.releases_at_limit=0 %"})));
  std::size_t prolonged = 0;
  for (const auto& record : run.encounters) {
    const Seconds over = record.ended - (record.stopped + 20_min);
    ASSERT_EQ(record.prolonged, over > 1e-6_s);
    ASSERT_NEAR(record.prolonged_by.value(), std::max(0.0, over.value()), 1e-6);
    ASSERT_FALSE(find_step(record, StepKind::kLimitReached));
    if (record.prolonged) ++prolonged;
  }
  EXPECT_GT(prolonged, 100u);
}

TEST(StopLimit, AStopThatIsLongByItselfMayLastSoLong) {
  const auto run = record_run(
      smooth_precinct(waiting({"policy.releases_at_limit=0 %", "encounters.stop_length=50 min"})));
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.prolonged, record.ended - record.stopped > 50_min + 1e-6_s);
  }
}

TEST(StopLimit, WhoIsPastItDoesNotCall) {
  // Sign-in takes longer than the stop may last.
  const auto run = record_run(
      smooth_precinct(waiting({"policy.releases_at_limit=100 %", "sign_in.duration=25 min"})));
  std::size_t late = 0;
  for (const auto& record : run.encounters) {
    if (!record.sign_in) continue;
    ++late;
    ASSERT_TRUE(record.prolonged);
    ASSERT_TRUE(record.call_waits.empty());
    ASSERT_TRUE(find_step(record, StepKind::kLimitReached));
  }
  EXPECT_GT(late, 50u);
}

TEST(Encounter, ADeviceThatDoesNotWorkEndsTheScanAtOnce) {
  const auto run = record_run(smooth_precinct({"devices.fault=100 %"}));
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.outcome, ScanOutcome::kNoDevice);
    ASSERT_EQ(record.ended, record.scan_began);
    ASSERT_EQ(record.steps.size(), 3u);
  }
  EXPECT_GT(run.encounters.size(), 200u);
}

TEST(Encounter, AnswerAndDispositionAreTimedFromTheScan) {
  const auto run = record_run(smooth_precinct());
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.answer, find_step(record, StepKind::kAnswered)->time - record.scan_began);
    ASSERT_LE(*record.answer, record.ended - record.scan_began);
  }
  EXPECT_GT(run.encounters.size(), 200u);
}

}  // namespace
}  // namespace fieldtwin
