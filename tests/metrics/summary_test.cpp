#include "metrics/summary.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>

#include "metrics/catalogue.hpp"
#include "metrics/port/port_metrics.hpp"
#include "metrics/store/shard_file.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

json summary_of(ResultStore& store) {
  return json::parse(summary_json(StudyData(store)));
}

TEST(Summary, NamesTheStudyAndEveryMetric) {
  ScratchDirectory directory("summary");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  store.add(varied_replication(0));
  store.add(varied_replication(1));
  const json summary = summary_of(store);
  EXPECT_EQ(summary["fieldtwin"], "0.1.0");
  EXPECT_EQ(summary["scenario"], "small");
  EXPECT_EQ(summary["seed"], 7);
  EXPECT_EQ(summary["replications"], 2);
  EXPECT_EQ(summary["fingerprint"].get<std::string>().size(), 32u);
  EXPECT_EQ(summary["metrics"].size(), metrics().size() - port_metrics().size());
  for (const auto& [name, value] : summary["metrics"].items()) {
    EXPECT_EQ(value["unit"], metric_named(name)->unit);
    EXPECT_TRUE(value.contains("mean") && value.contains("ci_low") && value.contains("ci_high"));
  }
}

TEST(Summary, IsTheSameInEveryOrderAndByAnyNumberOfShards) {
  ScratchDirectory directory("orders");
  ResultStore one = ResultStore::open_or_create(directory / "one.sqlite", small_identity());
  for (std::uint32_t i = 0; i < 6; ++i) one.add(varied_replication(i));
  const std::string expected = summary_json(StudyData(one));

  ResultStore merged = ResultStore::open_or_create(directory / "merged.sqlite", small_identity());
  for (const std::vector<std::uint32_t>& together :
       std::vector<std::vector<std::uint32_t>>{{5, 1}, {3}, {4, 0, 2}}) {
    std::vector<std::filesystem::path> shards;
    for (const std::uint32_t number : together) {
      shards.push_back(directory / ("shard" + std::to_string(number)));
      write_shard_file(shards.back(), small_identity(), number,
                       [number](const CaseSink&) { return varied_replication(number); });
    }
    merged.merge_from(shards);
    merged.merge_from(shards);
  }
  EXPECT_EQ(summary_json(StudyData(merged)), expected);
  EXPECT_THAT(merged.finished(), testing::ElementsAre(0, 1, 2, 3, 4, 5));
}

TEST(Summary, OfOneReplicationSaysNoMoreThanItKnows) {
  ScratchDirectory directory("single");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  store.add(varied_replication(3));
  const json metrics = summary_of(store)["metrics"];
  EXPECT_EQ(metrics["scans.total"]["mean"], 60.0);
  EXPECT_TRUE(metrics["latency.answer_s.p95"]["ci_low"].is_null());
  EXPECT_FALSE(metrics["latency.answer_s.p95"]["mean"].is_null());
}

TEST(Summary, HasNullWhereNothingHappened) {
  ScratchDirectory directory("nothing");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  for (std::uint32_t i = 0; i < 3; ++i) {
    store.add(Collector(small_scenario(), Draws(7, i), RecordLevel::kNone).finish(officers(0, 0)));
  }
  const json metrics = summary_of(store)["metrics"];
  EXPECT_EQ(metrics["custody.holds"]["mean"], 0.0);
  EXPECT_NEAR(metrics["custody.holds"]["ci_high"].get<double>(), 2.9957 / 3.0, 1e-4);
  EXPECT_TRUE(metrics["custody.wrongful.any.per_100k_scans"]["mean"].is_null());
  EXPECT_TRUE(metrics["custody.person_hours"]["ci_high"].is_null());
  EXPECT_TRUE(metrics["latency.answer_s.mean"]["mean"].is_null());
  EXPECT_TRUE(metrics["latency.answer_s.p50"]["mean"].is_null());
}

}  // namespace
}  // namespace fieldtwin
