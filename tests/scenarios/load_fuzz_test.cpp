/// Odd input never crashes the reader: it reads or it complains, at a place that is in the file.

#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/load.hpp"
#include "sim/random/draws.hpp"
#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

/// A number below `bound`, from an addressed draw.
std::size_t pick(const Draws& draws, std::uint64_t entity, std::uint16_t index, std::size_t bound) {
  return std::min(bound - 1,
                  static_cast<std::size_t>(draws.uniform(Decision::kTest, entity, index) *
                                           static_cast<double>(bound)));
}

/// The text after a few random changes.
std::string mutated(std::string text, const Draws& draws, std::uint64_t round) {
  static const std::vector<std::string> kFragments{"[",
                                                   "]",
                                                   "{",
                                                   "}",
                                                   ":",
                                                   ": ",
                                                   "\n",
                                                   "  ",
                                                   "-",
                                                   "&a ",
                                                   "*a",
                                                   "!!x ",
                                                   "%",
                                                   "\"",
                                                   "'",
                                                   "#",
                                                   "|\n",
                                                   ">",
                                                   "?",
                                                   ",",
                                                   "\t",
                                                   std::string(1, '\0'),
                                                   "\xff\xfe",
                                                   "999999999999999999999",
                                                   "1e400",
                                                   "nan",
                                                   "-1",
                                                   "null",
                                                   "~",
                                                   "---\n",
                                                   "extends: ",
                                                   "value: ",
                                                   "source: ",
                                                   "assumption: ",
                                                   "faults:\n - ",
                                                   "{mixture: [[1, {mixture: [[1, "};
  const std::size_t changes = 1 + pick(draws, round, 0, 4);
  for (std::uint16_t i = 0; i < changes; ++i) {
    const auto at = [&](std::uint16_t k) { return static_cast<std::uint16_t>(8 * i + k); };
    const std::size_t place = pick(draws, round, at(1), text.size());
    switch (pick(draws, round, at(2), 4)) {
      case 0:
        text.insert(place, kFragments[pick(draws, round, at(3), kFragments.size())]);
        break;
      case 1:
        text.erase(place, 1 + pick(draws, round, at(3), 20));
        break;
      case 2:
        text[place] = static_cast<char>(pick(draws, round, at(3), 256));
        break;
      default:
        text.insert(place, text.substr(pick(draws, round, at(3), text.size()),
                                       pick(draws, round, at(4), 60)));
    }
    if (text.empty()) text = "x";
  }
  return text;
}

void expect_read_or_complaint(const std::string& text) {
  const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + 2;
  try {
    const ResolvedScenario resolved = load_scenario_text(text, "fuzz.yaml");
    EXPECT_FALSE(resolved.provenance.empty());
  } catch (const ScenarioErrors& errors) {
    EXPECT_FALSE(errors.errors().empty());
    for (const ScenarioError& error : errors.errors()) {
      EXPECT_FALSE(error.what.empty());
      if (error.file == "fuzz.yaml") {
        EXPECT_GE(error.line, 0);
        EXPECT_LE(error.line, lines) << error.what;
      }
    }
  }
}

TEST(LoadFuzz, MutatedScenariosAreReadOrRefused) {
  const Draws draws(20251103, 1);
  const std::string whole = text_of(default_data_root() / "catalogue" / "national-day.yaml");
  for (std::uint64_t round = 0; round < 60; ++round)
    expect_read_or_complaint(mutated(whole, draws, round));
  const std::string overlay =
      "extends: precinct\nsign_in: {idle_limit: {value: 5 min, source: x}}\nnetwork:\n  uplink: "
      "{urban: {lognormal: "
      "{median: 1 Mbit/s, p95: 9 Mbit/s}}}\nprogramme: {states: [FL]}\nfaults:\n  - {target: "
      "login, from: 1 h, until: "
      "2 h, capacity: 0 %, assumption: {range: [0 %, 5 %], why: y}}\n";
  for (std::uint64_t round = 1000; round < 1400; ++round)
    expect_read_or_complaint(mutated(overlay, draws, round));
}

TEST(LoadFuzz, NestedDistributionsAreReadOrRefused) {
  std::string nested = "1 s";
  for (int depth = 0; depth < 60; ++depth) nested = "{mixture: [[1, " + nested + "], [1, 2 s]]}";
  expect_read_or_complaint("extends: precinct\nice: {patience: " + nested + "}\n");
  for (int depth = 0; depth < 2000; ++depth) nested = "{mixture: [[1, " + nested + "]]}";
  expect_read_or_complaint("extends: precinct\nice: {patience: " + nested + "}\n");
}

}  // namespace
}  // namespace fieldtwin
