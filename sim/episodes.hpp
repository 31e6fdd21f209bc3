#pragma once
/// What holds for a while: outages and shortages with a beginning and an end.

#include <vector>

#include "sim/quantities.hpp"

namespace fieldtwin {

/// From `begin` (included) to `end` (not included).
struct Period {
  Seconds begin;
  Seconds end;
};

/// A period in which only a share of something is left.
struct Shortage {
  Period when;
  Probability left;
};

/// From this time on, until the next step, this share is left.
struct ShareStep {
  Seconds from;
  Probability left;
};

/// What is left over time when shortages of one thing overlap. Their shares multiply: independent
/// causes compound, and nothing is left while any of them leaves nothing. Before the first step all
/// is left, and two steps never leave the same. Throws std::invalid_argument if a shortage ends
/// before it begins.
std::vector<ShareStep> combine(const std::vector<Shortage>& shortages);

/// What is left at a time.
Probability left_at(const std::vector<ShareStep>& steps, Seconds time);

}  // namespace fieldtwin
