#pragma once
/// The desk's half-hours as JSON text.

#include <string>
#include <string_view>
#include <vector>

#include "metrics/desk_series.hpp"

namespace fieldtwin {

/// [[agent_seconds,busy_seconds,waiting_seconds,calls,wait_seconds,other_calls,other_wait_seconds],
/// ...], a list for each bin, with as many digits as give back the same bits.
std::string desk_to_text(const std::vector<DeskBin>& bins);

/// The reverse. std::invalid_argument if this is not such a text.
std::vector<DeskBin> desk_from_text(std::string_view text);

}  // namespace fieldtwin
