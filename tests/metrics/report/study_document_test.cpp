#include "folders.hpp"
#include "metrics/report/study_document.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/port/port_metrics.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

ScenarioFacts small_facts() {
  ScenarioFacts facts;
  facts.name = "small";
  facts.title = "A small study";
  facts.question = "Does it </script> hold?";
  facts.start = "2025-11-03";
  facts.states = {{"48", "TX", "Texas", 3.0}, {"12", "FL", "Florida", 4.0}};
  facts.parameters = {{"ice.patience", "5 min", "How long a caller waits.", "a source", {}, {}},
                      {"ice.retry", "50 %", "Tries again.", {}, "0 % to 100 %", "nobody knows"},
                      {"run.replications", "3", "Replications.", {}, {}, {}}};
  return facts;
}

json document_of(std::size_t replications, const std::string& directory_name) {
  ScratchDirectory directory(directory_name);
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  for (std::uint32_t i = 0; i < replications; ++i) store.add(varied_replication(i));
  return json::parse(study_document(StudyData(store), small_facts()));
}

/// The sorted paths of all values, with array elements merged; null matches what it stands for.
void shape_of(const json& value, const std::string& path, std::map<std::string, json>& shape) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) shape_of(member, path + "." + key, shape);
  } else if (value.is_array()) {
    for (const json& element : value) shape_of(element, path + "[]", shape);
  } else if (!value.is_null()) {
    shape[path] = value;
  }
}

json sample_of_the_page() {
  std::ifstream file(FIELDTWIN_SOURCE_DIR "/metrics/web/sample/study.json");
  return json::parse(file);
}

/// Every path of the wanted document is in the other, with a value of the same kind.
void expect_form(const json& wanted_document, const json& document) {
  std::map<std::string, json> wanted, found;
  shape_of(wanted_document, "", wanted);
  shape_of(document, "", found);
  for (const auto& [path, example] : wanted) {
    ASSERT_TRUE(found.contains(path)) << path;
    EXPECT_EQ(found[path].is_number(), example.is_number()) << path;
    EXPECT_EQ(found[path].is_string(), example.is_string()) << path;
  }
}

TEST(StudyDocument, HasTheFormThatThePageWasMadeFor) {
  json sample = sample_of_the_page();
  json document = document_of(24, "document");
  sample.erase("metrics");  // another list of names
  for (const char* companion : {"attribution", "stories", "worlds", "tornado", "stress"}) {
    EXPECT_TRUE(document.contains(companion)) << companion;
    sample.erase(companion);  // as the study's other files have them
  }
  // Where a scenario has any.
  for (const char* some : {"faults", "ports", "systems"}) sample.erase(some);
  document.erase("metrics");
  expect_form(sample, document);
}

TEST(StudyDocument, HasTheFormOfPortsBesideAnotherSystem) {
  ScratchDirectory directory("ports_document");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  Scenario scenario = small_scenario();
  auto airport = std::make_shared<Scenario>(scenario);
  airport->system = SystemKind::kTvs;
  scenario.partners = {airport};
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    Collector collector(scenario, Draws(7, replication), RecordLevel::kNone);
    for (std::uint64_t i = 0; i < 20; ++i) {
      collector.encounter(plain_scan(i));
      CrossingRecord crossing;
      crossing.id = i;
      crossing.photographed = crossing.photo_kept = true;
      crossing.answer = Seconds(1.0);
      crossing.match = i > replication ? MatchTruth::kOwn : MatchTruth::kNobody;
      crossing.ended = Seconds(100.0 + static_cast<double>(i));
      collector.crossing(crossing);
    }
    collector.boarding({0, 20, 20.0, 1_h, 1_h});
    WorldTotals totals = officers(5, 5);
    totals.officers_by_system[index_of(SystemKind::kMobileIdentify)] = {5, 5};
    store.add(collector.finish(totals));
  }
  const json document = json::parse(study_document(StudyData(store), small_facts()));
  const json sample = sample_of_the_page();
  expect_form({{"ports", sample["ports"]}, {"systems", sample["systems"]}}, document);
  ASSERT_EQ(document["systems"].size(), 2u);
  EXPECT_TRUE(document["systems"][1]["officers"].is_null()) << "nobody counts those of a gate";
  EXPECT_EQ(document["systems"][1]["stops"]["mean"], 20.0);
}

TEST(StudyDocument, GivesEachMetricThatHasAValueItsMeaning) {
  const json document = document_of(2, "meanings");
  for (const Metric& metric : metrics()) {
    if (!document["metrics"].contains(metric.name)) continue;
    EXPECT_EQ(document["metrics"][metric.name]["meaning"], metric.meaning);
    EXPECT_FALSE(document["metrics"][metric.name]["mean"].is_null()) << metric.name;
  }
  const auto by_system = std::ranges::count_if(metrics(), [](const Metric& metric) {
    return metric.name.find(".by_system.") != std::string::npos;  // where there are several
  });
  EXPECT_GT(document["metrics"].size(), metrics().size() - port_metrics().size() -
                                            static_cast<std::size_t>(by_system) - 10);
}

TEST(StudyDocument, LeavesOutWhatNeverHappened) {
  ScratchDirectory directory("never");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  store.add(Collector(small_scenario(), Draws(7, 0), RecordLevel::kNone).finish(officers(5, 5)));
  const json document = json::parse(study_document(StudyData(store), small_facts()));
  EXPECT_TRUE(document["latency"].empty());
  EXPECT_TRUE(document["holds"]["by_group"].empty());
  EXPECT_TRUE(document["holds"]["by_cause"][0]["share"].is_null());
  EXPECT_TRUE(document["desk"]["rows"][0]["wait_s"].is_null());
  EXPECT_TRUE(document["states"][0]["answer_p95_s"].is_null());
  EXPECT_FALSE(document["metrics"].contains("latency.answer_s.p95"));
}

TEST(StudyDocument, SaysOfEachParameterWhatItRestsOn) {
  const json rows = document_of(1, "parameters")["parameters"];
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0]["source"], "a source");
  EXPECT_TRUE(rows[0]["assumption"].is_null());
  EXPECT_EQ(rows[1]["assumption"]["range"], "0 % to 100 %");
  EXPECT_EQ(rows[1]["assumption"]["why"], "nobody knows");
  EXPECT_TRUE(rows[2]["source"].is_null() && rows[2]["assumption"].is_null());
}

TEST(StudyDocument, LeavesOutStatesWithoutOfficers) {
  const json states = document_of(2, "states")["states"];
  ASSERT_EQ(states.size(), 1u);
  EXPECT_EQ(states[0]["name"], "Texas");
  EXPECT_EQ(states[0]["officers"], 50.0);
  EXPECT_EQ(states[0]["agreements"], 3.0);
  EXPECT_EQ(states[0]["scans"]["mean"], 40.0);
}

TEST(StudyDocument, SharesOfAHistogramAddUpAndItsBinsDoNotOverlap) {
  const json document = document_of(3, "histograms");
  ASSERT_EQ(document["latency"].size(), kStages);
  for (const json& stage : document["latency"]) {
    double sum = 0.0;
    double end = 0.0;
    for (const json& bin : stage["histogram"]) {
      EXPECT_LE(end, bin[0].get<double>());
      EXPECT_LT(bin[0].get<double>(), bin[1].get<double>());
      end = bin[1].get<double>();
      sum += bin[2].get<double>();
    }
    EXPECT_NEAR(sum, 1.0, 1e-12) << stage["stage"];
  }
}

TEST(StudyDocument, CausesAndDecisionsBothAddUpToAllWrongfulHolds) {
  const json holds = document_of(5, "causes")["holds"];
  const double all = holds["kinds"][0]["count"]["mean"];
  ASSERT_GT(all, 0.0);
  for (const char* list : {"by_cause", "by_decision", "by_group", "by_status"}) {
    double sum = 0.0;
    for (const json& row : holds[list]) sum += row["count"]["mean"].get<double>();
    EXPECT_NEAR(sum, all, 1e-9) << list;
  }
  for (const json& row : holds["by_party"]) {
    EXPECT_LE(row["count"]["mean"].get<double>(), all) << "each alone, and together more than all";
  }
  EXPECT_EQ(holds["kinds"].back()["kind"], "prolonged");
}

}  // namespace
}  // namespace fieldtwin
