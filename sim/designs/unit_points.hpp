#pragma once
/// Points of a design, before they mean anything.

#include <vector>

namespace fieldtwin {

/// Points of the unit cube: [row][factor], each coordinate in [0, 1).
using UnitPoints = std::vector<std::vector<double>>;

}  // namespace fieldtwin
