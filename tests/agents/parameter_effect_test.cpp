/// No parameter may be without effect: each is turned to the probe that its register entry names,
/// under the same random numbers, and at least one metric of the summary must move.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>

#include "agents/replication.hpp"
#include "knobs.hpp"
#include "metrics/catalogue.hpp"
#include "metrics/store/result_store.hpp"
#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// A shipped table in which a text is replaced, and the file that holds it.
fs::path changed_table(const std::string& name, const std::string& before,
                       const std::string& after) {
  std::ifstream in(default_data_root() / "data" / name);
  std::stringstream text;
  text << in.rdbuf();
  std::string table = text.str();
  const auto at = table.find(before);
  if (at == std::string::npos) throw std::logic_error(name + " has no " + before);
  table.replace(at, before.size(), after);
  const fs::path file =
      fs::path(testing::TempDir()) / ("fieldtwin_" + std::to_string(getpid()) + "_" + name);
  std::ofstream(file) << table;
  return file;
}

std::string new_table(const std::string& text) {
  const fs::path file =
      fs::path(testing::TempDir()) / ("fieldtwin_" + std::to_string(getpid()) + "_new.csv");
  std::ofstream(file) << text;
  return file.string();
}

/// The probe of a table is a file, which is made here.
std::string probe_of(const Parameter& parameter) {
  if (parameter.path == "tables.states") {
    return changed_table("states.csv", "0.264,0.511,0.207", "0.264,0.511,0.407").string();
  }
  if (parameter.path == "tables.agreements") {
    return changed_table("agreements.csv", "Georgia,TFM,2025-03,1", "Georgia,TFM,2025-03,200")
        .string();
  }
  if (parameter.path == "tables.strength") {
    return changed_table("strength.csv", "Georgia,989", "Georgia,39890").string();
  }
  if (parameter.path == "tables.anchors") {
    return changed_table("matcher_anchors.csv", "frte-nec-010-kiosk,1600000,0.003,0.0396",
                         "frte-nec-010-kiosk,1600000,0.003,0.2")
        .string();
  }
  // Its gallery has to be one that fits.
  if (parameter.path == "matcher.fidelity") return "template";
  if (parameter.path == "tables.profile") {
    return new_table(
        R"({"kind": "matcher-profile", "effort": "fast",
            "extraction": {"total": {"median_s": 40, "p95_s": 60}},
            "search": [{"templates": 1000, "one": {"median_s": 0.001, "p95_s": 0.002}}]})");
  }
  if (parameter.path == "tables.training") {
    return new_table("date,officers\n2025-11-15,3000\n");
  }
  if (parameter.path == "tables.encounters") {
    return new_table("time,state,officer\n36000,FL,1\n");
  }
  if (parameter.path == "tables.delays") {
    std::string columns = "area,crowding", row;
    for (int i = 1; i <= 100; ++i) {
      columns += ",q" + std::to_string(i);
      row += ",3";
    }
    return new_table(columns + "\nurban,1" + row + "\nrural,1" + row + "\n");
  }
  return parameter.probe;
}

/// The mean of every metric over the scenario's replications; what cannot be told is infinite.
std::vector<double> metrics_of(const std::string& name, const std::vector<std::string>& overrides) {
  const Scenario scenario = load_scenario(name, overrides).scenario;
  const auto replications = static_cast<std::uint32_t>(scenario.run.replications.mean().value());
  StudyIdentity identity{"test", scenario.name, "", 1, "", 1, "none", {}};
  for (const auto& state : scenario.tables.states) identity.states.push_back(state.postal);
  const fs::path file =
      fs::path(testing::TempDir()) / ("fieldtwin_effect_" + std::to_string(getpid()) + ".sqlite");
  fs::remove(file);
  std::vector<double> means;
  {
    ResultStore store = ResultStore::open_or_create(file, identity);
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
      store.add(simulate_replication(scenario, 1, replication, RecordLevel::kNone));
    }
    const StudyData study(store);
    for (const Metric& metric : metrics()) {
      const auto value = estimate(metric.estimator, study);
      means.push_back(value ? value->mean : std::numeric_limits<double>::infinity());
    }
  }
  fs::remove(file);
  return means;
}

class Effect : public testing::TestWithParam<std::string> {};

TEST_P(Effect, MovesAMetric) {
  const auto& all = parameters();
  const auto parameter =
      std::find_if(all.begin(), all.end(), [](const Parameter& p) { return p.path == GetParam(); });
  const TestBench bench = bench_of(*parameter);
  auto base = bench.overrides;
  // Without the engine a process may hold several replications; the one parameter that needs it has
  // one replication.
  const bool engine = GetParam() == "network.fidelity";
  base.push_back(engine ? "network.fidelity=flow" : "network.fidelity=delay");
  if (engine) base.push_back("run.replications=1");
  for (const auto& condition : conditions_for(GetParam())) base.push_back(condition);
  auto turned = base;
  const std::string probe = probe_of(*parameter);
  turned.push_back(GetParam() + "=" + probe);

  const auto before = in_child([&] { return metrics_of(bench.scenario, base); });
  const auto after = in_child([&] { return metrics_of(bench.scenario, turned); });
  if (GetParam().starts_with("tables.")) fs::remove(probe);
  ASSERT_EQ(before.size(), metrics().size());
  ASSERT_EQ(after.size(), metrics().size());
  std::size_t moved = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] != after[i]) ++moved;
  }
  EXPECT_GT(moved, 0u) << GetParam() << " = " << probe << " changes nothing";
}

std::vector<std::string> all_paths() {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    // Another system has parameters of its own: agents/systems_test.cpp.
    // Pictures are rendered only where the models are: agents/picture_effect_test.cpp.
    const bool pictured = parameter.path.starts_with("capture.picture.");
    if (parameter.path != "system" && !pictured) paths.push_back(parameter.path);
  }
  return paths;
}

INSTANTIATE_TEST_SUITE_P(OfParameter, Effect, testing::ValuesIn(all_paths()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

}  // namespace
}  // namespace fieldtwin
