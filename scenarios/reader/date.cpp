#include "scenarios/reader/date.hpp"

#include <fmt/format.h>

namespace fieldtwin {
namespace {

/// The number that the digits spell; nothing if anything else is among them.
std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

std::optional<std::chrono::year_month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5));
  if (!year || !month) return std::nullopt;
  const std::chrono::year_month out{std::chrono::year(static_cast<int>(*year)),
                                    std::chrono::month(*month)};
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::optional<std::chrono::year_month_day> parse_date(std::string_view text) {
  if (text.size() != 10 || text[7] != '-') return std::nullopt;
  const auto month = parse_month(text.substr(0, 7));
  const auto day = digits(text.substr(8));
  if (!month || !day) return std::nullopt;
  const std::chrono::year_month_day out = *month / std::chrono::day(*day);
  return out.ok() ? std::optional(out) : std::nullopt;
}

std::string date_text(std::chrono::year_month_day date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace fieldtwin
