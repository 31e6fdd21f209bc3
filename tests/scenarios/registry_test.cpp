#include "scenarios/registry.hpp"

#include <gtest/gtest.h>

#include <set>

#include "scenarios/load.hpp"
#include "scenarios/reader/field.hpp"

namespace fieldtwin {
namespace {

TEST(Registry, EveryParameterIsNamedOnceAndExplained) {
  std::set<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    EXPECT_TRUE(paths.insert(parameter.path).second) << parameter.path;
    EXPECT_NE(parameter.path.find('.'), std::string::npos) << parameter.path;
    EXPECT_EQ(parameter.path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_."),
              std::string::npos)
        << parameter.path;
    EXPECT_GE(parameter.meaning.size(), 15u) << parameter.path;
    EXPECT_EQ(find_parameter(parameter.path), &parameter);
    // Keys that a section may hold beside its parameters.
    EXPECT_EQ((parameter.path + ".").find(".source."), std::string::npos);
    EXPECT_EQ((parameter.path + ".").find(".assumption."), std::string::npos);
  }
  EXPECT_EQ(find_parameter("no.such"), nullptr);
}

TEST(Registry, SectionsAreContiguous) {
  std::set<std::string> closed;
  std::string open;
  for (const Parameter& parameter : parameters()) {
    const std::string section = parameter.path.substr(0, parameter.path.find('.'));
    if (section == open) continue;
    EXPECT_TRUE(closed.insert(section).second) << section << " is opened twice";
    open = section;
  }
  EXPECT_FALSE(closed.empty());
}

TEST(Registry, EveryProbeCanBeReadAndIsAnotherValue) {
  const ResolvedScenario base = load_scenario("precinct");
  for (const Parameter& parameter : parameters()) {
    if (parameter.probe.empty()) continue;
    try {
      const ResolvedScenario changed =
          load_scenario("precinct", {parameter.path + "=" + parameter.probe});
      EXPECT_NE(field_text(parameter, changed.scenario), field_text(parameter, base.scenario))
          << parameter.path;
      for (const Parameter& other : parameters()) {
        if (&other == &parameter) continue;

        EXPECT_EQ(field_text(other, changed.scenario), field_text(other, base.scenario))
            << other.path;
      }
    } catch (const ScenarioErrors& errors) {
      ADD_FAILURE() << errors.what();
    }
  }
}

}  // namespace
}  // namespace fieldtwin
