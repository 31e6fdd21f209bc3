#pragma once
/// Numbers with units, as text: `15 min`, `150 kB`, `8 Mbit/s`, `2 %`, `200 million`, `0.02 /year`.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "scenarios/reader/error.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {

/// A unit of a dimension: `number * factor * 10^exponent` is in the base unit. Powers of ten are
/// applied to the decimal text, so that `99.9 %` is exactly what `0.999` is.
struct Unit {
  std::string_view name;
  double factor;
  int exponent;
};

/// The units of a dimension, smallest first. An empty name means that the number may stand alone.
const std::vector<Unit>& units_of(Dimension dimension);
/// "ms, s, min, h, d, y"
std::string unit_names(Dimension dimension);
/// "a time"
std::string_view dimension_name(Dimension dimension);

/// Reads a number of a dimension into its base unit, or says what is wrong with it.
std::variant<double, Complaint> parse_number(std::string_view text, Dimension dimension);

/// The shortest text that parse_number turns into exactly this number.
std::string format_number(double value, Dimension dimension);

}  // namespace fieldtwin
