#pragma once
/// The scenario in which every parameter is turned.

#include <string>
#include <vector>

#include "scenarios/registry.hpp"

namespace fieldtwin {

/// Overrides of the precinct: enough of everything for every part to matter, three states, errors,
/// a desk that is short of agents, outages, several photos a person, a breach now and then.
std::vector<std::string> test_scenario();

/// The scenario in which a parameter is turned: of the first system that has it.
struct TestBench {
  std::string scenario;
  std::vector<std::string> overrides;
};
TestBench bench_of(const Parameter& parameter);

/// What must be otherwise for a parameter to have something to act on.
std::vector<std::string> conditions_for(const std::string& path);

}  // namespace fieldtwin
