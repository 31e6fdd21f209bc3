#pragma once
/// Numbers for people.

#include <string>
#include <string_view>

namespace fieldtwin {

/// The number rounded to a whole one, with commas: 31,200.
std::string grouped(double value);
/// Three significant digits, more if it is whole: 0.0123, 12.3, 1,234.
std::string short_number(double value);
/// With its unit: `12.3 s`, `4.5 %` of a share; `-` if there is no such number.
std::string with_unit(double value, std::string_view unit);

}  // namespace fieldtwin
