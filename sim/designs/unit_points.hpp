#pragma once
/// Points of a design, before they mean anything.

#include <vector>

namespace fieldtwin {

/// Points of the unit cube: [row][factor]. Designs that are drawn keep inside of it; those that go
/// by levels touch 0 and 1.
using UnitPoints = std::vector<std::vector<double>>;

}  // namespace fieldtwin
