#pragma once
/// What a design varies: how a place in [0, 1] becomes a value.

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/random/distribution.hpp"

namespace fieldtwin {

enum class Spacing { kLinear, kLogarithmic };

/// All values from low to high.
struct FactorRange {
  double low, high;  //!< low < high; for logarithmic spacing 0 < low
  Spacing spacing = Spacing::kLinear;
};

/// Some values, of whatever kind; a value of the factor is its index in the list.
struct FactorList {
  std::size_t size;  //!< at least 2
};

/// One thing that differs between the points of a design.
struct Factor {
  enum class Rounding { kNone, kWhole };

  std::string name;
  std::variant<FactorRange, FactorList, Distribution> values;
  Rounding rounding = Rounding::kNone;  //!< where only whole numbers make sense
};

/// The value at a place in [0, 1]: along a range, the index in a list, the quantile of a
/// distribution (inside of [0, 1] only).
double value_at(const Factor& factor, double place);

/// The place of one of `levels` levels. A range has its ends among them; the levels of a list or a
/// distribution are the middles of equal shares of it.
double place_of_level(const Factor& factor, std::size_t level, std::size_t levels);

/// The entity of a factor's draws: the 64-bit FNV-1a hash of its name.
std::uint64_t factor_entity(const Factor& factor);
std::vector<std::uint64_t> factor_entities(const std::vector<Factor>& factors);

}  // namespace fieldtwin
