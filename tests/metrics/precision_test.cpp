#include "metrics/precision.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

class Precisions : public testing::Test {
 protected:
  Precisions() : directory_("precisions") {}

  StudyData study(const std::string& name, std::uint32_t replications, std::uint32_t from = 0) {
    StudyIdentity identity = small_identity();
    identity.scenario_hash = name;
    ResultStore store = ResultStore::open_or_create(directory_ / (name + ".sqlite"), identity);
    for (std::uint32_t i = 0; i < replications; ++i) {
      ReplicationResult result = varied_replication(from + i);
      result.replication = i;
      store.add(result);
    }
    return StudyData(store);
  }

  ScratchDirectory directory_;
};

TEST_F(Precisions, AreHalfWidthsBesideTheirTargets) {
  const StudyData data = study("a", 6);
  const auto targets = read_targets({"custody.holds=10%", "scans.total=1 %", "ice.calls=0.5"});
  const auto precisions = precision_of(targets, data);
  ASSERT_EQ(precisions.size(), 3u);
  const Estimate holds = *estimate(targets[0].metric->estimator, data);
  EXPECT_NEAR(precisions[0].half_width, holds.interval->high - holds.mean, 1e-12);
  EXPECT_DOUBLE_EQ(precisions[0].allowed, 0.1 * holds.mean);
  EXPECT_EQ(precisions[1].half_width, 0.0);  // 60 scans in each
  EXPECT_EQ(precisions[1].ratio(), 0.0);
  EXPECT_EQ(precisions[2].allowed, 0.5);
  EXPECT_EQ(widest(precisions), &precisions[0]);
  EXPECT_EQ(widest({}), nullptr);
}

TEST_F(Precisions, OfWhatCannotBeToldAreInfinite) {
  const auto precisions = precision_of(read_targets({"custody.holds=10%"}), study("a", 1));
  ASSERT_EQ(precisions.size(), 1u);
  EXPECT_TRUE(std::isfinite(precisions[0].half_width));  // few events have an exact interval
  const auto amounts = precision_of(read_targets({"exposure.copies=10%"}), study("b", 1));
  ASSERT_EQ(amounts.size(), 1u);
  EXPECT_TRUE(std::isinf(amounts[0].ratio()));
}

TEST_F(Precisions, OfDifferencesAreSharesOfTheBase) {
  const StudyData base = study("a", 6), alternative = study("b", 6, 100);
  const auto targets = read_targets({"custody.holds=10%", "scans.total=1%"});
  const auto precisions = precision_of(targets, base, alternative, "b");
  ASSERT_EQ(precisions.size(), 2u);
  EXPECT_EQ(precisions[0].alternative, "b");
  EXPECT_DOUBLE_EQ(precisions[0].allowed, 0.1 * estimate(targets[0].metric->estimator, base)->mean);
  EXPECT_GT(precisions[0].half_width, 0.0);
  EXPECT_EQ(precisions[1].ratio(), 0.0);
}

}  // namespace
}  // namespace fieldtwin
