/// The shipped safeguards: small files that are put over a scenario.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "errors_of.hpp"
#include "scenarios/describe/explain.hpp"
#include "scenarios/describe/resolved.hpp"
#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

using testing::HasSubstr;

std::vector<std::string> names() {
  return shipped_safeguards(default_data_root());
}

std::string problem_of(const std::string& name) {
  try {
    load_scenario(name);
  } catch (const ScenarioErrors& errors) {
    return errors.what();
  }
  return "";
}

/// The paths in which two scenarios have other values.
std::set<std::string> differences(const ResolvedScenario& a, const ResolvedScenario& b) {
  std::set<std::string> out;
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(a.scenario)) continue;
    if (a.provenance.at(parameter.path).canonical != b.provenance.at(parameter.path).canonical) {
      out.insert(parameter.path);
    }
  }
  return out;
}

TEST(Safeguards, EachChangesSomethingAndSaysWhyInEveryScenario) {
  ASSERT_GE(names().size(), 15u);
  const ResolvedScenario base = load_scenario("no-safeguards");
  for (const std::string& name : names()) {
    SCOPED_TRACE(name);
    const ResolvedScenario with = load_scenario("no-safeguards+" + name);
    const auto changed = differences(base, with);
    if (name != "retention-15y") {  // which is how it is
      EXPECT_GE(changed.size(), 1u);
    }
    EXPECT_LE(changed.size(), 6u) << "one safeguard, one small file";
    for (const std::string& path : changed) {
      const Provenance& p = with.provenance.at(path);
      EXPECT_NE(p.source.has_value(), p.assumption.has_value()) << path;
      EXPECT_EQ(p.origin, Origin::kOwn) << path;
      EXPECT_THAT(p.file, HasSubstr("safeguards/" + name)) << path;
    }
    EXPECT_EQ(with.scenario.name, "no-safeguards+" + name);
    EXPECT_EQ(with.scenario.question, base.scenario.question);
    EXPECT_NO_THROW(load_scenario("precinct-stress+" + name));
  }
}

TEST(Safeguards, CanBePutOverEachOther) {
  const ResolvedScenario both = load_scenario("precinct+opt-out+no-copies");
  EXPECT_EQ(both.scenario.name, "precinct+opt-out+no-copies");
  EXPECT_GT(both.scenario.safeguards.opt_out.share.mean().value(), 0.0);
  EXPECT_EQ(both.scenario.storage.copies.mean().value(), 0.0);
  EXPECT_EQ(both.scenario.programme.officers_trained.mean().value(), 60.0);
}

TEST(Safeguards, TheScenarioOfAllHasThemAllAndThatOfNoneNone) {
  const ResolvedScenario none = load_scenario("no-safeguards");
  EXPECT_TRUE(differences(load_scenario("national-day"), none).empty());
  const ResolvedScenario all = load_scenario("safeguards");
  const auto changed = differences(none, all);
  for (const std::string& name : names()) {
    if (name.starts_with("retention-")) continue;
    for (const auto& path : differences(none, load_scenario("no-safeguards+" + name))) {
      EXPECT_TRUE(changed.contains(path)) << name << ": " << path;
    }
  }
  EXPECT_EQ(all.scenario.storage.retention_match.mean(), 12_h);
  EXPECT_EQ(all.scenario.title, "A national day with every safeguard");
}

TEST(Safeguards, AResolvedScenarioReadsBackTheSame) {
  const ResolvedScenario with = load_scenario("precinct+human-check+gallery-limit");
  std::ostringstream text;
  write_resolved(with, text);
  const ResolvedScenario again = load_scenario_text(text.str(), "resolved.yaml");
  EXPECT_TRUE(differences(with, again).empty());
  EXPECT_EQ(again.scenario.name, with.scenario.name);
}

TEST(Safeguards, AWrongNameIsRefusedWithTheRightOne) {
  EXPECT_THAT(problem_of("precinct+opt-uot"), HasSubstr("there is no safeguard 'opt-uot'"));
  EXPECT_THAT(problem_of("precinct+opt-uot"), HasSubstr("Did you mean 'opt-out'?"));
  EXPECT_THAT(problem_of("precint+opt-out"), HasSubstr("Did you mean 'precinct'?"));
  const std::string head = "extends: precinct\ntitle: a\nquestion: b?\n";
  EXPECT_THAT(errors_of(head + "with: [two-fotos]\n"), HasSubstr("Did you mean 'two-photos'?"));
  EXPECT_THAT(errors_of(head + "with: audit\n"), HasSubstr("it is a list of safeguards"));
  EXPECT_EQ(errors_of(head + "with: [audit]\n"), "");
}

TEST(Safeguards, AreListedWithTheirQuestions) {
  const auto list = list_safeguards();
  ASSERT_EQ(list.size(), names().size());
  for (const CatalogueEntry& entry : list) {
    EXPECT_FALSE(entry.title.empty()) << entry.name;
    EXPECT_EQ(entry.question.back(), '?') << entry.name;
  }
}

TEST(Growth, ByWavesNeedsTheirTable) {
  EXPECT_THAT(errors_of_set({"programme.growth=waves"}), HasSubstr("there is no table of them"));
  EXPECT_EQ(errors_of_set({"programme.growth=waves", "tables.training=training_waves.csv"}), "");
  TemporaryFolder folder;
  const std::string table = folder.write("w.csv", "date,officers\n2026-01-15,5\n2025-13-01,5\n");
  EXPECT_THAT(errors_of_set({"tables.training=" + table}), HasSubstr("'2025-13-01' is not a date"));
  const std::string turned = folder.write("t.csv", "date,officers\n2026-01-15,5\n2025-11-01,5\n");
  EXPECT_THAT(errors_of_set({"tables.training=" + turned}), HasSubstr("not in the order"));
}

}  // namespace
}  // namespace fieldtwin
