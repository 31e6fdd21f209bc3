#include "metrics/port/port_metrics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "metrics/headlines.hpp"
#include "metrics/summary.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

/// A day with 100 travellers, of whom 90 are photographed and confirmed and 10 opt out.
ResultStore store_with_ports(const std::filesystem::path& file) {
  ResultStore store = ResultStore::open_or_create(file, small_identity());
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    Collector collector(small_scenario(), Draws(7, replication), RecordLevel::kNone);
    for (std::uint64_t i = 0; i < 100; ++i) {
      CrossingRecord record;
      record.id = i;
      if (i < 90) {
        record.photographed = record.photo_kept = record.in_gallery = true;
        record.answer = Seconds(i < 45 ? 1.0 : 3.0);
        record.match = MatchTruth::kOwn;
      } else {
        record.gap = CrossingGap::kOptOut;
        record.end = CrossingEnd::kDocuments;
        record.documents_checked = true;
      }
      collector.crossing(record);
    }
    collector.boarding({0, 100, 98.0, 1_h, 1_h + 2_min});
    store.add(collector.finish(officers(4, 4)));
  }
  return store;
}

double mean(const StudyData& study, const std::string& name) {
  return estimate(metric_named(name)->estimator, study)->mean;
}

TEST(PortMetrics, AreToldOfAStudyWithPorts) {
  ScratchDirectory directory("port_metrics");
  ResultStore store = store_with_ports(directory / "r.sqlite");
  const StudyData study(store);
  EXPECT_EQ(mean(study, "port.travellers"), 100.0);
  EXPECT_EQ(mean(study, "port.stops_per_traveller"), 1.0);
  EXPECT_EQ(mean(study, "port.captured"), 0.9);
  EXPECT_EQ(mean(study, "port.matched_when_captured"), 1.0);
  EXPECT_EQ(mean(study, "port.confirmed_end_to_end"), 0.9);
  EXPECT_EQ(mean(study, "port.answer_s.mean"), 2.0);
  EXPECT_EQ(mean(study, "port.answered_within_2s"), 0.5);
  EXPECT_EQ(mean(study, "port.opt_out"), 0.1);
  EXPECT_EQ(mean(study, "port.manual_checks"), 0.1);
  EXPECT_EQ(mean(study, "port.gallery"), 98.0);
  EXPECT_EQ(mean(study, "port.boarding_delay"), 2.0);
  EXPECT_EQ(mean(study, "port.held"), 0.0);
  EXPECT_TRUE(nlohmann::json::parse(summary_json(study))["metrics"].contains("port.captured"));
}

TEST(PortMetrics, AreLeftOutWithoutPorts) {
  ScratchDirectory directory("no_port_metrics");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  Collector collector(small_scenario(), Draws(7, 0), RecordLevel::kNone);
  collector.encounter(plain_scan(1));
  store.add(collector.finish(officers(4, 4)));
  const StudyData study(store);
  for (const Metric& metric : port_metrics()) {
    EXPECT_FALSE(estimate(metric.estimator, study)) << metric.name;
  }
  const auto summary = nlohmann::json::parse(summary_json(study));
  for (const auto& [name, value] : summary["metrics"].items()) {
    EXPECT_FALSE(name.starts_with("port.")) << name;
  }
}

TEST(PortMetrics, GiveTheHeadlinesOfPortsAlone) {
  const auto of = [](std::optional<double> stops_per_traveller) {
    return headlines_of([=](std::string_view name) -> std::optional<double> {
      if (name == "port.stops_per_traveller") return stops_per_traveller;
      return stops_per_traveller ? std::optional(1.0) : std::nullopt;
    });
  };
  EXPECT_EQ(of(std::nullopt).size(), headlines().size());
  EXPECT_GT(of(1.1).size(), headlines().size());
  const auto alone = of(1.0);
  EXPECT_TRUE(std::ranges::all_of(alone, [](const Headline& headline) {
    return std::string(headline.metric).starts_with("port.") && metric_named(headline.metric);
  }));
}

}  // namespace
}  // namespace fieldtwin
