#pragma once
/// Moments of the simulated period, as a user writes them.

#include <optional>
#include <string>
#include <string_view>

#include "sim/quantities.hpp"

namespace fieldtwin {

/// `10:00`, `10:00:30` or `day 2 10:00`: since midnight Eastern time that begins the period's first
/// day. Nothing if it is none.
std::optional<Seconds> parse_moment(std::string_view text);

/// The other way: `10:00:30`, `day 2 10:00:00`, rounded down to a second.
std::string moment_text(Seconds time);

}  // namespace fieldtwin
