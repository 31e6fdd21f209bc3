#pragma once
/// Dates and months as text: 2025-11-03 and 2025-11.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fieldtwin {

/// A day of the calendar, written exactly year-month-day with 4, 2 and 2 digits.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);
/// A month, written exactly year-month with 4 and 2 digits.
std::optional<std::chrono::year_month> parse_month(std::string_view text);
std::string date_text(std::chrono::year_month_day date);

}  // namespace fieldtwin
