#include "folders.hpp"
#include "scenarios/describe/schema.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "scenarios/load.hpp"
#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/registry.hpp"
#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

std::string schema() {
  std::ostringstream out;
  write_schema(out);
  return out.str();
}

/// A YAML tree as JSON, scalars by YAML's core schema as editors read them: numbers and text.
nlohmann::ordered_json to_json(const Node& node) {
  nlohmann::ordered_json out;
  if (node.is_scalar()) {
    double number = 0.0;
    const char* end = node.text.data() + node.text.size();
    const auto read = std::from_chars(node.text.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) return number;
    return node.text;
  }
  if (node.is_list()) out = nlohmann::ordered_json::array();
  if (node.is_map()) out = nlohmann::ordered_json::object();
  for (const Node& item : node.items) out.push_back(to_json(item));
  for (const Node::Entry& entry : node.entries) out[entry.key] = to_json(entry.value);
  return out;
}

std::string as_json(const std::string& yaml) {
  ErrorList errors;
  const auto node = parse_yaml(yaml, "t", errors);
  EXPECT_TRUE(errors.empty()) << yaml;
  return to_json(node.value_or(Node())).dump();
}

/// What Python's jsonschema says of scenarios, one word each; empty if it is not installed.
std::vector<std::string> verdicts(const std::vector<std::string>& scenarios) {
  const TemporaryFolder folder;
  std::string command = "PATH=/usr/bin:$PATH python3 '" FIELDTWIN_SOURCE_DIR
                        "/tests/scenarios/describe/check_schema.py' '" +
                        folder.write("schema.json", schema()) + "'";
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    command += " '" + folder.write(std::to_string(i) + ".json", as_json(scenarios[i])) + "'";
  std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return {};
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  const int status = pclose(pipe);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 77) return {};
  EXPECT_EQ(status, 0) << output;
  std::istringstream words(output);
  std::vector<std::string> out;
  for (std::string word; words >> word;) out.push_back(word);
  return out;
}

constexpr const char* kNoPython =
    "Python's jsonschema is not installed (Debian: python3-jsonschema)";

TEST(Schema, TheCommittedFileIsUpToDate) {
  EXPECT_TRUE(text_of(std::filesystem::path(FIELDTWIN_SOURCE_DIR) / "scenarios" /
                      "scenario.schema.json") == schema())
      << "scenario.schema.json is written by write_schema: build the target scenario_docs";
}

TEST(Schema, ShippedScenariosAreValid) {
  std::vector<std::string> texts;
  for (const std::string& name : shipped_scenarios(default_data_root()))
    texts.push_back(text_of(default_data_root() / "catalogue" / (name + ".yaml")));
  texts.push_back(
      "extends: x\nice: {patience: {mixture: [[1, 2 s], [1, {uniform: [1 s, 2 s]}]]}, calls: "
      "2}\ncapture:\n  quality: "
      "{value: {beta: {mean: 0.5, sd: 10 %}}, source: y}\nfaults: [{target: login, from: 1 h, "
      "until: 2 h, capacity: 0}]\n");
  const auto words = verdicts(texts);
  if (words.empty()) GTEST_SKIP() << kNoPython;
  EXPECT_EQ(words, std::vector<std::string>(texts.size(), "valid"));
}

TEST(Schema, MistakesAreFlaggedAsTheReaderDoes) {
  const std::vector<std::string> broken{
      "extends: precinct\nsign_in: {idle_limt: 5 min}\n",
      "extends: precinct\nsing_in: {idle_limit: 5 min}\n",
      "extends: precinct\nsign_in: {idle_limit: 5 kB}\n",
      "extends: precinct\nsign_in: {idle_limit: 5}\n",
      "extends: precinct\ndevices: {fault: 1.2}\n",
      "extends: precinct\nmatcher: {threshold: frozn}\n",
      "extends: precinct\nperiod: {start: 2025-11}\n",
      "extends: precinct\nperiod: {days: {uniform: [1, 2]}}\n",
      "extends: precinct\nice: {patience: {lognormal: {median: 1 s, p59: 2 s}}}\n",
      "extends: precinct\nice: {patience: {value: 1 s, source: a, assumption: {range: [1 s, 2 s], "
      "why: b}}}\n",
      "extends: precinct\nprogramme: {states: FL}\n",
      "extends: precinct\nfaults: [{target: uplnk, from: 1 h, until: 2 h, capacity: 0 %}]\n",
      "extends: precinct\ngallery: {people: \"200,000\"}\n",
      "extends: precinct\nencounters: {daily_curve: [1, 2, 3]}\n"};
  for (const std::string& text : broken) EXPECT_NE(errors_of(text), "") << text;
  const auto words = verdicts(broken);
  if (words.empty()) GTEST_SKIP() << kNoPython;
  ASSERT_EQ(words.size(), broken.size());
  for (std::size_t i = 0; i < broken.size(); ++i) EXPECT_EQ(words[i], "invalid") << broken[i];
}

TEST(Schema, DescribesEveryParameter) {
  const auto json = nlohmann::json::parse(schema());
  for (const Parameter& parameter : parameters()) {
    const nlohmann::json* node = &json;
    std::istringstream keys(parameter.path);
    for (std::string key; std::getline(keys, key, '.');) node = &node->at("properties").at(key);
    EXPECT_EQ(node->at("description").get<std::string>().find(parameter.meaning), 0u)
        << parameter.path;
  }
}

}  // namespace
}  // namespace fieldtwin
