#include "scenarios/reader/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "folders.hpp"
#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

TEST(Catalogue, ShipsScenariosThatHaveAPageEach) {
  const auto shipped = shipped_scenarios(default_data_root());
  EXPECT_GE(shipped.size(), 6u);
  EXPECT_TRUE(std::ranges::is_sorted(shipped));
  for (const std::string& name : shipped) {
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(FIELDTWIN_SOURCE_DIR) / "docs" /
                                        "scenarios" / (name + ".md")))
        << name;
  }
  EXPECT_TRUE(shipped_scenarios("/nowhere").empty());
}

TEST(Catalogue, EnvironmentNamesAnotherRoot) {
  setenv("FIELDTWIN_DATA", "/elsewhere", 1);
  const auto root = default_data_root();
  unsetenv("FIELDTWIN_DATA");
  EXPECT_EQ(root, "/elsewhere");
  EXPECT_TRUE(std::filesystem::exists(default_data_root() / "data" / "states.csv"));
}

TEST(Catalogue, TablesBesideTheScenarioComeFirst) {
  const TemporaryFolder folder;
  folder.write("strength.csv", "state,sworn\nFlorida,10\n");
  const std::string file =
      folder.write("mine.yaml", "extends: precinct\ntables: {strength: strength.csv}\n");
  const ResolvedScenario resolved = load_scenario(file);
  ASSERT_EQ(resolved.scenario.tables.strength.size(), 1u);
  EXPECT_EQ(resolved.scenario.tables.strength[0].sworn, 10.0);
  EXPECT_EQ(resolved.scenario.table_files.strength, (folder.path() / "strength.csv").string());
  EXPECT_EQ(resolved.scenario.name, "mine");
  EXPECT_EQ(resolved.scenario.tables.states.size(), 53u);  // still the shipped one
}

TEST(Catalogue, ScenariosExtendFilesBesideThem) {
  const TemporaryFolder folder;
  folder.write("base.yaml", "extends: precinct\nperiod: {days: 3}\n");
  const std::string file = folder.write("sub/top.yaml", "extends: ../base.yaml\ntitle: Top\n");
  const Scenario scenario = load_scenario(file).scenario;
  EXPECT_EQ(scenario.period.days.mean().value(), 3.0);
  EXPECT_EQ(scenario.title, "Top");
}

TEST(Catalogue, ACircleOfScenariosIsAnError) {
  const TemporaryFolder folder;
  folder.write("a.yaml", "extends: b.yaml\n");
  const std::string file = folder.write("b.yaml", "extends: a.yaml\n");
  try {
    load_scenario(file);
    FAIL() << "nothing was thrown";
  } catch (const ScenarioErrors& errors) {
    ASSERT_EQ(errors.errors().size(), 1u) << errors.what();
    EXPECT_EQ(errors.errors()[0].what, "'b.yaml' extends this scenario in turn");
    EXPECT_EQ(errors.errors()[0].line, 1);
  }
}

TEST(Catalogue, NamesThatAreNotThereAreExplained) {
  const auto problem = [](const std::string& name) -> std::string {
    try {
      load_scenario(name);
    } catch (const ScenarioErrors& errors) {
      return errors.what();
    }
    return "";
  };
  EXPECT_EQ(problem("natonal-day"),
            "natonal-day: error: there is no scenario 'natonal-day' (it is neither shipped nor a "
            "file). Did you mean "
            "'national-day'?");
  std::string names;
  for (const std::string& name : shipped_scenarios(default_data_root())) {
    names += (names.empty() ? "" : ", ") + name;
  }
  EXPECT_EQ(problem("atlantis"),
            "atlantis: error: there is no scenario 'atlantis' (it is neither shipped nor a file). "
            "Shipped are: " +
                names + ".");
  EXPECT_EQ(problem("nowhere/x.yaml"), "nowhere/x.yaml: error: there is no file 'nowhere/x.yaml'.");
  EXPECT_EQ(problem("/"), "/: error: '/' is a folder (a file is needed).");
  EXPECT_NE(problem(""), "");
}

TEST(Catalogue, AMissingOrBrokenTableIsAnError) {
  EXPECT_EQ(errors_of_set({"tables.states=state.csv"}),
            "--set tables.states=state.csv: error: there is no table 'state.csv' (it was looked "
            "for beside the "
            "scenario and among the shipped tables). Did you mean 'states.csv'?");
  const TemporaryFolder folder;
  const std::string table = folder.write("bad.csv", "state,sworn\nFlorida,many\nFlorida\n");
  EXPECT_EQ(errors_of_set({"tables.strength=" + table}),
            table + ":2:9: error: 'many' in the column 'sworn' is not a number.\n" + table +
                ":3: error: the row has 1 cells (the header has 2).");
}

}  // namespace
}  // namespace fieldtwin
