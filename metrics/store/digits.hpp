#pragma once
/// Numbers in the texts of a database.

#include <array>
#include <charconv>
#include <string>

namespace fieldtwin {

/// Appends a number with as few digits as give back the same bits.
template <class Number>
void append_digits(std::string& text, Number number) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
  text.append(digits.begin(), end);
}

}  // namespace fieldtwin
