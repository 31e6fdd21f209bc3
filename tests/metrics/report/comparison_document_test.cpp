#include "folders.hpp"
#include "metrics/report/comparison_document.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "metrics/catalogue.hpp"
#include "metrics/comparison.hpp"
#include "metrics/port/port_metrics.hpp"
#include "metrics/report/report_page.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::vector<ComparedScenario> scenarios() {
  return {{"precinct", "01-precinct", load_scenario("precinct")},
          {"desk", "02-desk", load_scenario("precinct", {"ice.agents_day=30"})}};
}

/// compare.json of two studies that differ in their replications' numbers alone.
std::string comparison() {
  ScratchDirectory directory("comparison_document");
  std::vector<ComparedStudy> sides;
  for (const char* name : {"precinct", "desk"}) {
    StudyIdentity identity = small_identity();
    identity.scenario_hash = name;
    ResultStore store =
        ResultStore::open_or_create(directory / (std::string(name) + ".sqlite"), identity);
    for (std::uint32_t i = 0; i < 5; ++i) {
      ReplicationResult result = varied_replication(sides.empty() ? i : 50 + i);
      result.replication = i;
      store.add(result);
    }
    sides.push_back({name, StudyData(store)});
  }
  return comparison_json(sides[0], {sides[1]});
}

/// The kinds of all members by path; list elements share one.
void kinds_of(const json& value, const std::string& path, std::map<std::string, int>& kinds) {
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) kinds_of(member, path + "." + key, kinds);
  } else if (value.is_array()) {
    for (const json& element : value) kinds_of(element, path + "[]", kinds);
  } else if (!value.is_null()) {
    kinds[path] = value.is_number() ? static_cast<int>(json::value_t::number_float)
                                    : static_cast<int>(value.type());
  }
}

TEST(ComparisonDocument, HasTheFormThatThePageWasMadeFor) {
  std::ifstream file(FIELDTWIN_SOURCE_DIR "/metrics/web/sample/comparison.json");
  json sample = json::parse(file);
  EXPECT_TRUE(sample["selection"].is_object());
  sample["selection"] = nullptr;
  json document = json::parse(comparison_document(comparison(), scenarios()));
  std::map<std::string, int> expected, made;
  kinds_of(sample, "", expected);
  kinds_of(document, "", made);
  EXPECT_EQ(made, expected);
}

TEST(ComparisonDocument, TellsWhatWasSetDifferently) {
  const json document = json::parse(comparison_document(comparison(), scenarios()));
  EXPECT_TRUE(document["scenarios"][0]["changes"].empty());
  const json& changes = document["scenarios"][1]["changes"];
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0]["path"], "ice.agents_day");
  EXPECT_EQ(changes[0]["base"], "15");
  EXPECT_EQ(changes[0]["value"], "30");
  EXPECT_EQ(document["scenarios"][1]["folder"], "02-desk");
}

TEST(ComparisonDocument, HasEveryMetricWithItsDifferences) {
  const json document = json::parse(comparison_document(comparison(), scenarios()));
  ASSERT_EQ(document["metrics"].size(), metrics().size() - port_metrics().size());
  for (const json& metric : document["metrics"]) {
    EXPECT_EQ(metric["values"].size(), 2u);
    EXPECT_TRUE(metric["differences"][0].is_null());
    EXPECT_TRUE(metric["differences"][1].contains("real"));
  }
  EXPECT_TRUE(document["selection"].is_null());
}

TEST(ComparisonDocument, FillsThePage) {
  const std::string page = comparison_html(comparison(), scenarios());
  EXPECT_THAT(page, HasSubstr("\"kind\":\"comparison\""));
  EXPECT_THAT(page, testing::Not(HasSubstr("__FIELDTWIN_STUDY__")));
}

TEST(ComparisonDocument, RefusesAnotherComparison) {
  EXPECT_THROW(comparison_document("{}", scenarios()), std::runtime_error);
  EXPECT_THROW(comparison_document("half a fi", scenarios()), std::runtime_error);
  auto three = scenarios();
  three.push_back(three.back());
  EXPECT_THROW(comparison_document(comparison(), three), std::runtime_error);
}

}  // namespace
}  // namespace fieldtwin
