/// docs/facts.md names what carries each fact: every parameter, scenario and test in it exists.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "errors_of.hpp"
#include "folders.hpp"
#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = FIELDTWIN_SOURCE_DIR;

/// A row of the page's tables: fact, mechanism, parameters, scenarios, test.
using FactRow = std::vector<std::string>;

std::vector<FactRow> rows() {
  std::vector<FactRow> out;
  std::istringstream page(text_of(kSource / "docs" / "facts.md"));
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| ") || line.starts_with("| fact")) continue;
    FactRow row;
    std::istringstream cells(line.substr(1));
    for (std::string cell; std::getline(cells, cell, '|');) row.push_back(cell);
    out.push_back(std::move(row));
  }
  return out;
}

/// What stands between backticks.
std::vector<std::string> names_in(const std::string& cell) {
  static const std::regex name("`([^`]+)`");
  std::vector<std::string> out;
  for (std::sregex_iterator it(cell.begin(), cell.end(), name), end; it != end; ++it) {
    out.push_back((*it)[1]);
  }
  return out;
}

bool is_parameter(const std::string& path) {
  const bool section = path.ends_with(".*");
  const std::string name = section ? path.substr(0, path.size() - 1) : path;
  return path == "faults" || path == "changes" ||
         std::ranges::any_of(parameters(), [&](const Parameter& parameter) {
           return section ? parameter.path.starts_with(name) : parameter.path == name;
         });
}

/// `Suite.Name` of every test in the tree.
std::set<std::string> tests() {
  static const std::regex test(R"(TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\))");
  std::set<std::string> out;
  for (const auto& entry : fs::recursive_directory_iterator(kSource / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = text_of(entry.path());
    for (std::sregex_iterator it(text.begin(), text.end(), test), end; it != end; ++it) {
      out.insert((*it)[1].str() + "." + (*it)[2].str());
    }
  }
  return out;
}

TEST(Facts, EachHasMechanismParameterScenarioAndTest) {
  const auto all = rows();
  ASSERT_GE(all.size(), 40u);
  for (const FactRow& row : all) {
    ASSERT_GE(row.size(), 5u) << row[0];
    for (std::size_t i = 0; i < 5; ++i) {
      EXPECT_GT(row[i].size(), 2u) << row[0] << ": column " << i + 1 << " is empty";
    }
  }
}

TEST(Facts, NameParametersThatExist) {
  for (const FactRow& row : rows()) {
    const auto named = names_in(row[2]);
    EXPECT_FALSE(named.empty()) << row[0];
    for (const std::string& path : named) EXPECT_TRUE(is_parameter(path)) << row[0] << ": " << path;
  }
}

TEST(Facts, NameScenariosThatAreShipped) {
  const auto shipped = shipped_scenarios(default_data_root());
  const auto safeguards = shipped_safeguards(default_data_root());
  for (const FactRow& row : rows()) {
    const auto named = names_in(row[3]);
    EXPECT_FALSE(named.empty()) << row[0];
    for (const std::string& scenario : named) {
      const NamedWith name = split_name(scenario, default_data_root());
      EXPECT_NE(std::ranges::find(shipped, name.scenario), shipped.end()) << row[0] << ": "
                                                                          << scenario;
      for (const std::string& safeguard : name.safeguards) {
        EXPECT_NE(std::ranges::find(safeguards, safeguard), safeguards.end()) << scenario;
      }
    }
  }
}

TEST(Facts, NameTestsThatExist) {
  const auto all = tests();
  ASSERT_GT(all.size(), 500u);
  for (const FactRow& row : rows()) {
    const auto named = names_in(row[4]);
    EXPECT_FALSE(named.empty()) << row[0];
    for (const std::string& test : named) EXPECT_TRUE(all.contains(test)) << row[0] << ": " << test;
  }
}

}  // namespace
}  // namespace fieldtwin
