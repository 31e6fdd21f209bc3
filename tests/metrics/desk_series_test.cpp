#include "metrics/desk_series.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(DeskSeries, IntegratesAConstantStateAcrossBins) {
  DeskSeries series(1_h);
  series.change(Seconds(600.0), {4, 2, 1});
  series.change(Seconds(2400.0), {3, 0, 0});
  const auto bins = series.finish();
  ASSERT_EQ(bins.size(), 2u);
  EXPECT_EQ(bins[0].agent_seconds, 1200.0 * 4);
  EXPECT_EQ(bins[0].busy_seconds, 1200.0 * 2);
  EXPECT_EQ(bins[0].waiting_seconds, 1200.0);
  EXPECT_EQ(bins[1].agent_seconds, 600.0 * 4 + 1200.0 * 3);
  EXPECT_EQ(bins[1].busy_seconds, 600.0 * 2);
  EXPECT_EQ(bins[1].waiting_seconds, 600.0);
}

TEST(DeskSeries, LeavesOutWhatComesAfterThePeriod) {
  DeskSeries series(1_h);
  series.change(Seconds(0.0), {1, 1, 0});
  series.change(Seconds(5000.0), {9, 9, 9});
  series.call(Seconds(4000.0), Seconds(1.0), Journal::CallAbout::kScan);
  const auto bins = series.finish();
  ASSERT_EQ(bins.size(), 2u);
  for (const DeskBin& bin : bins) {
    EXPECT_EQ(bin.agent_seconds, 1800.0);
    EXPECT_EQ(bin.calls, 0u);
  }
}

TEST(DeskSeries, CountsCallsByWhenTheyBegan) {
  DeskSeries series(1_h);
  series.call(Seconds(1799.0), Seconds(100.0), Journal::CallAbout::kScan);
  series.call(Seconds(1800.0), Seconds(50.0), Journal::CallAbout::kScan);
  series.call(Seconds(1900.0), Seconds(70.0), Journal::CallAbout::kScan);
  series.call(Seconds(1900.0), Seconds(7.0), Journal::CallAbout::kOther);
  const auto bins = series.finish();
  EXPECT_EQ(bins[0].calls, 1u);
  EXPECT_EQ(bins[0].wait_seconds, 100.0);
  EXPECT_EQ(bins[1].calls, 2u);
  EXPECT_EQ(bins[1].wait_seconds, 120.0);
  EXPECT_EQ(bins[1].other_calls, 1u);
  EXPECT_EQ(bins[1].other_wait_seconds, 7.0);
}

}  // namespace
}  // namespace fieldtwin
