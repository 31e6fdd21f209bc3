#pragma once
/// Numbers in the texts of a database.

#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace fieldtwin {

/// Appends a number with as few digits as give back the same bits.
template <class Number>
void append_digits(std::string& text, Number number) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
  text.append(digits.begin(), end);
}

/// Appends a sum. Most sums count something: a whole number is written several times faster.
inline void append_sum(std::string& text, double sum) {
  constexpr double kWhole = 1e15;
  if (sum > 0.0 && sum < kWhole && sum == static_cast<double>(static_cast<std::int64_t>(sum))) {
    append_digits(text, static_cast<std::int64_t>(sum));
  } else {
    append_digits(text, sum);
  }
}

}  // namespace fieldtwin
