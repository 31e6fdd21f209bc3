#pragma once
/// What the report says about the scenario.

#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// A parameter with its value and what it rests on.
struct ParameterRow {
  std::string path;     //!< sign_in.idle_limit
  std::string value;    //!< as written
  std::string meaning;  //!< one sentence
  std::optional<std::string> source;
  std::optional<std::string> assumption_range;
  std::optional<std::string> assumption_why;
};

struct StateFacts {
  std::string fips;    //!< two digits
  std::string postal;  //!< two letters
  std::string name;
  double agreements;  //!< with a Task Force Model agreement on the first day
};

struct ScenarioFacts {
  std::string name;
  std::string title;
  std::string question;
  std::string description;
  std::string start;  //!< 2025-11-03
  double days = 1.0;
  std::vector<StateFacts> states;
  std::vector<ParameterRow> parameters;  //!< in the register's order, then the faults
};

/// The facts of a scenario as it was loaded.
ScenarioFacts facts_of(const ResolvedScenario& resolved);

}  // namespace fieldtwin
