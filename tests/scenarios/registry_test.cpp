#include "scenarios/registry.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "scenarios/load.hpp"
#include "scenarios/reader/field.hpp"

namespace fieldtwin {
namespace {

TEST(Registry, EveryParameterIsNamedOnceAndExplained) {
  std::set<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    EXPECT_TRUE(paths.insert(parameter.path).second) << parameter.path;
    const bool in_section = parameter.path.find('.') != std::string::npos;
    EXPECT_TRUE(in_section || parameter.path == "system") << parameter.path;
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

/// A shipped scenario that has the parameter.
std::string scenario_with(const Parameter& parameter) {
  for (const char* const name : {"precinct", "mobile-fortify", "jail-enforcement", "tvs-airport"}) {
    if (parameter.applies_to(load_scenario(name).scenario)) return name;
  }
  ADD_FAILURE() << "no shipped scenario has " << parameter.path;
  return "precinct";
}

std::vector<std::string> texts_of(const ResolvedScenario& scenario) {
  std::vector<std::string> texts;
  for (const Parameter& parameter : parameters()) {
    texts.push_back(field_text(parameter, scenario.scenario));
  }
  return texts;
}

TEST(Registry, EveryProbeCanBeReadAndIsAnotherValue) {
  std::map<std::string, std::vector<std::string>> bases;
  for (const Parameter& parameter : parameters()) {
    // What a system needs decides whether its name alone makes a scenario of it.
    if (parameter.probe.empty() || parameter.path == "system") continue;
    const std::string scenario = scenario_with(parameter);
    if (!bases.contains(scenario)) bases[scenario] = texts_of(load_scenario(scenario));
    const auto& base = bases[scenario];
    try {
      const auto changed =
          texts_of(load_scenario(scenario, {parameter.path + "=" + parameter.probe}));
      for (std::size_t i = 0; i < changed.size(); ++i) {
        const bool probed = &parameters()[i] == &parameter;
        EXPECT_EQ(changed[i] != base[i], probed)
            << parameter.path << "=" << parameter.probe << ": " << parameters()[i].path << " was "
            << base[i] << " and is " << changed[i];
      }
    } catch (const ScenarioErrors& errors) {
      ADD_FAILURE() << errors.what();
    }
  }
}

}  // namespace
}  // namespace fieldtwin
