#include "scenarios/mechanisms.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"
#include "scenarios/reader/field.hpp"

namespace fieldtwin {
namespace {

TEST(Mechanisms, AreInTheOrderOfTheirEnumeratorsAndNamedOnce) {
  std::set<std::string_view> names(kMechanismNames.begin(), kMechanismNames.end());
  EXPECT_EQ(names.size(), kMechanisms);
  for (std::size_t i = 0; i < kMechanisms; ++i) {
    EXPECT_EQ(index_of(mechanisms()[i].mechanism), i);
    EXPECT_TRUE(find_parameter("errors." + std::string(kMechanismNames[i])));
  }
}

TEST(Mechanisms, HavePerfectValuesThatTheirParametersMayTake) {
  for (const MechanismEntry& entry : mechanisms()) {
    const Scenario off =
        without(load_scenario("precinct").scenario, MechanismSet().set(index_of(entry.mechanism)));
    for (const std::string& path : parameter_paths(entry.mechanism)) {
      const auto& field = std::get<NumberField>(find_parameter(path)->field);
      const Distribution& value = number_of(field, off);
      ASSERT_TRUE(value.is_constant()) << path;
      EXPECT_GE(value.mean(), field.low) << path;
      EXPECT_LE(value.mean(), field.high) << path;
    }
  }
}

TEST(Mechanisms, ShareNoParameter) {
  std::set<std::string> seen;
  for (const MechanismEntry& entry : mechanisms()) {
    for (const std::string& path : parameter_paths(entry.mechanism)) {
      EXPECT_TRUE(seen.insert(path).second) << path;
    }
  }
}

TEST(Mechanisms, OfAllCausesAreAllThatHaveOne) {
  EXPECT_EQ(mechanisms_of(CauseSet().set()).count(), kMechanisms - 1);
  EXPECT_EQ(mechanisms_of(CauseSet()).count(), 0u);
  std::size_t sum = 0;
  for (std::size_t cause = 0; cause < kCauses; ++cause) {
    const std::size_t own = mechanisms_of(CauseSet().set(cause)).count();
    EXPECT_GT(own, 0u) << kCauseNames[cause];
    sum += own;
  }
  EXPECT_EQ(sum, kMechanisms - 1);
}

/// The paths whose values differ.
std::set<std::string> differences(const Scenario& a, const Scenario& b) {
  std::set<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    if (parameter.path.starts_with("errors.")) continue;
    if (field_text(parameter, a) != field_text(parameter, b)) paths.insert(parameter.path);
  }
  return paths;
}

TEST(Without, ChangesTheMechanismsOwnParametersAlone) {
  const Scenario base = load_scenario("precinct-stress").scenario;
  for (const MechanismEntry& entry : mechanisms()) {
    const Scenario off = without(base, MechanismSet().set(index_of(entry.mechanism)));
    const auto own = parameter_paths(entry.mechanism);
    const std::set<std::string> allowed(own.begin(), own.end());
    const auto changed = differences(base, off);
    EXPECT_FALSE(changed.empty()) << kMechanismNames[index_of(entry.mechanism)];
    for (const std::string& path : changed) EXPECT_TRUE(allowed.contains(path)) << path;
  }
  EXPECT_TRUE(differences(base, without(base, CauseSet())).empty());
}

TEST(Off, IsTheSameAsWithout) {
  const Draws draws(5, 2);
  const Scenario by_setting = fix_for_replication(
      load_scenario("precinct-stress", {"errors.stranger=off", "errors.wrong_record=off"}).scenario,
      draws);
  MechanismSet both;
  both.set(index_of(Mechanism::kStranger)).set(index_of(Mechanism::kWrongRecord));
  const Scenario base = load_scenario("precinct-stress").scenario;
  EXPECT_TRUE(differences(by_setting, without(fix_for_replication(base, draws), both)).empty());
  EXPECT_TRUE(differences(by_setting, fix_for_replication(without(base, both), draws)).empty());
}

TEST(Range, DrawsAValueForEachReplicationWithinTheAssumption) {
  const Scenario scenario =
      load_scenario("national-day", {"errors.stranger=range", "errors.wrong_record=range",
                                     "errors.no_answer=range", "errors.relative=range"})
          .scenario;
  std::set<double> scales;
  for (std::uint32_t replication = 0; replication < 200; ++replication) {
    const Scenario fixed = fix_for_replication(scenario, Draws(1, replication));
    const double scale = fixed.matcher.false_match_scale.mean().value();
    EXPECT_GE(scale, 0.1);
    EXPECT_LE(scale, 10.0);
    scales.insert(scale);
    for (const auto& wrong : fixed.records.wrong) {
      EXPECT_GE(wrong.mean().value(), 0.0005);
      EXPECT_LE(wrong.mean().value(), 0.3);
    }
    const double agents = fixed.ice.agents_day.mean().value();
    EXPECT_EQ(agents, std::round(agents));
    EXPECT_GE(fixed.matcher.relative_match.mean().value(), 1e-5);
    EXPECT_LE(fixed.matcher.relative_match.mean().value(), 0.02);
    EXPECT_EQ(fixed.matcher.twin_match.mean().value(), 0.75) << "another mechanism's";
  }
  EXPECT_EQ(scales.size(), 200u);
  EXPECT_EQ(fix_for_replication(scenario, Draws(1, 7)).matcher.false_match_scale.mean().value(),
            fix_for_replication(scenario, Draws(1, 7)).matcher.false_match_scale.mean().value());
}

TEST(Range, KeepsADistributionThatVariesAlready) {
  EXPECT_THROW(load_scenario("national-day", {"errors.late_correction=range"}), ScenarioErrors);
  EXPECT_THROW(load_scenario("national-day", {"errors.photo_quality=range"}), ScenarioErrors);
}

TEST(Range, IsRefusedWhereThereIsNone) {
  try {
    load_scenario("national-day", {"errors.false_accept=range"});
    FAIL() << "the figure is published: it has a source and no range";
  } catch (const ScenarioErrors& errors) {
    const std::string text = errors.what();
    EXPECT_NE(text.find("errors.false_accept is 'range', but there is none to draw from"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("ice.false_accept"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace fieldtwin
