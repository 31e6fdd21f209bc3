#pragma once
/// The one thing that a search for capacity varies.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {

struct Knob {
  std::string name;   //!< load, agents, or a parameter's path
  std::string words;  //!< "stops per shift, as a multiple of the scenario's"
  Dimension dimension = Dimension::kCount;
  Whole whole = Whole::kNo;
  double start = 1.0;  //!< where the scenario stands, in the base unit
  std::function<std::vector<std::string>(double)> overrides;  //!< `path=value` of a value

  std::string text_of(double value) const;  //!< "1.25", "12 s"
};

/// The knob of a name, in a scenario:
/// - `load`: the scenario's encounters.stops_per_shift, multiplied;
/// - `agents`: agents at the ICE desk by day; in the evening and at night as many as the scenario's
///   proportion asks for, rounded up, at least one;
/// - the path of any parameter that is a plain number above 0 in the scenario.
/// Nothing, and an error at the place, if it is none of these.
std::optional<Knob> find_knob(const std::string& name, const Scenario& scenario, const Place& place,
                              ErrorList& errors);

}  // namespace fieldtwin
