#pragma once
/// What a scenario assumes, as factors: how each assumption could be otherwise.

#include <string>
#include <vector>

#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// An assumption that cannot be varied, and why.
struct FixedAssumption {
  std::string path;
  std::string why;
};

/// The assumptions of a scenario that have a range.
struct Assumptions {
  std::vector<SweptFactor> factors;    //!< in the register's order
  std::vector<FixedAssumption> fixed;  //!< the rest
};

/// Each parameter with an `assumption` whose range has two different ends is a factor:
/// - a number: triangular over the range with its mode at the value as written, or log-uniform
/// where
///   the range spans more than a factor of 100 (the rule of errors.MECHANISM: range);
/// - a distribution: multiplied as a whole, so that its mean follows that law over the range. One
///   whose own values reach from one end of the range to the other is not varied: its range says
///   how cases differ, which is chance and simulated as such;
/// - one of several names: each end of the range with equal probability.
/// A parameter without an assumption is taken as known.
Assumptions assumptions_of(const ResolvedScenario& scenario);

/// A factor at one end of its range, as a scenario has it, and its parameter.
struct EndOfRange {
  std::string text;        //!< "5 %"; "about 2 s" of a distribution that was scaled to that mean
  std::string assignment;  //!< path=value
};
enum class RangeEnd { kLow, kHigh };
EndOfRange end_of(const SweptFactor& factor, const ResolvedScenario& base, RangeEnd end);

}  // namespace fieldtwin
