#include "scenarios/describe/explain.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

TEST(Explain, TextNamesEveryParameterWithItsOrigin) {
  std::ostringstream out;
  explain_text(load_scenario("precinct", {"sign_in.idle_limit=5 min"}), 100, out);
  const std::string text = out.str();
  EXPECT_EQ(text.find("precinct: One county in Florida\n"), 0u);
  EXPECT_NE(
      text.find(
          "\nsign_in\n  idle_limit = 5 min\n      A session ends after this long without use.\n"
          "      Set on the command line.\n  total_limit = 12 h\n"),
      std::string::npos);
  EXPECT_NE(text.find("  gateway.servers = 100\n"), std::string::npos);
  EXPECT_NE(text.find("  patience = {exponential: {mean: 10 min}}  (drawn at each use)\n"),
            std::string::npos);
  EXPECT_NE(text.find("      Assumption, plausible from 5 to 40: "), std::string::npos);
  EXPECT_NE(text.find("      Source: 8 CFR 287.7(d)"), std::string::npos);
}

TEST(Explain, TextIsWrapped) {
  std::ostringstream out;
  explain_text(load_scenario("precinct"), 80, out);
  std::istringstream lines(out.str());
  std::string line;
  std::size_t wrapped = 0;
  while (std::getline(lines, line)) {
    if (line.find(" = ") != std::string::npos ||
        line.find("bioenabletech.com") != std::string::npos)
      continue;
    EXPECT_LE(line.size(), 80u) << line;
    ++wrapped;
  }
  EXPECT_GT(wrapped, 300u);
}

TEST(Explain, ValuesWithoutOriginSaySo) {
  std::ostringstream out;
  explain_text(load_scenario_text("extends: precinct\nice: {calls: 2}\n", "mine.yaml"), 100, out);
  EXPECT_NE(out.str().find("  calls = 2\n      Calls in all before an officer gives up.\n"
                           "      No source is given (mine.yaml, line 2).\n"),
            std::string::npos);
}

TEST(Explain, JsonHoldsEveryParameter) {
  std::ostringstream out;
  explain_json(load_scenario("national-day", {"ice.calls=2"}), out);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["name"], "national-day");
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    if (parameter.systems.contains(SystemKind::kMobileIdentify)) paths.push_back(parameter.path);
  }
  ASSERT_EQ(json["parameters"].size(), paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto& entry = json["parameters"][i];
    EXPECT_EQ(entry["path"], paths[i]);
    EXPECT_FALSE(entry["meaning"].get<std::string>().empty());
    if (entry["path"] == "sign_in.idle_limit") {
      EXPECT_EQ(entry["value"], "15 min");
      EXPECT_EQ(entry["base_value"], 900.0);
      EXPECT_EQ(entry["base_unit"], "s");
      EXPECT_EQ(entry["origin"], "own");
      EXPECT_TRUE(entry.contains("source"));
    }
    if (entry["path"] == "ice.patience") {
      EXPECT_EQ(entry["mean"], 600.0);
      EXPECT_EQ(entry["drawn"], "at each use");
      EXPECT_EQ(entry["assumption"]["range"][1], "15 min");
    }
    if (entry["path"] == "ice.calls") {
      EXPECT_EQ(entry["origin"], "command line");
    }
  }
}

}  // namespace
}  // namespace fieldtwin
