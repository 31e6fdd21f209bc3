#include "sim/cli/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fieldtwin {

std::string grouped(double value) {
  const std::string digits = fmt::format("{:.0f}", std::abs(value));
  std::string text(value <= -0.5 ? 1 : 0, '-');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string short_number(double value) {
  const double size = std::abs(value);
  if (size >= 100.0 || size == 0.0) return grouped(value);
  const int digits = 2 - static_cast<int>(std::floor(std::log10(size)));
  std::string text = fmt::format("{:.{}f}", value, std::clamp(digits, 0, 12));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

std::string with_unit(double value, std::string_view unit) {
  if (!std::isfinite(value)) return "-";
  if (unit == "share") return short_number(100.0 * value) + " %";
  if (unit.empty()) return short_number(value);
  return fmt::format("{} {}", short_number(value), unit);
}

}  // namespace fieldtwin
