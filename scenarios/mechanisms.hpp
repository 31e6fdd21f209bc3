#pragma once
/// Which parameters make up each mechanism, and worlds without some of them.

#include <optional>
#include <span>
#include <string_view>

#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// A parameter of a mechanism, and the value at which it does no harm. A path that ends in `.*`
/// stands for all parameters of that section.
struct PerfectValue {
  std::string_view path;
  double value;  //!< in the base unit
};

struct MechanismEntry {
  Mechanism mechanism;
  std::optional<Cause> cause;  //!< none: it changes who is met, not what becomes of them
  std::span<const PerfectValue> parameters;
  std::string_view meaning;  //!< what goes wrong, one sentence
};

/// Of every mechanism, by index_of(Mechanism).
std::span<const MechanismEntry> mechanisms();

/// The mechanisms of some causes.
MechanismSet mechanisms_of(CauseSet causes);

/// The same scenario with mechanisms switched off: their parameters at the perfect values, and
/// nothing else changed. A pure transformation, of a scenario as read or as fixed for a
/// replication.
Scenario without(const Scenario& scenario, const MechanismSet& mechanisms);
Scenario without(const Scenario& scenario, CauseSet causes);

/// Carries out the section `errors` in the scenario of one replication. A value from a range is
/// triangular about the value as written, or log-uniform where the range spans more than a factor
/// of 100, by the draw that a varying parameter of that path has (scenarios/fix.hpp).
void apply_errors(Scenario& scenario, const Draws& draws);

/// The paths of the parameters that a mechanism moves, `.*` written out.
std::vector<std::string> parameter_paths(Mechanism mechanism);

}  // namespace fieldtwin
