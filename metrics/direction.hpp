#pragma once
/// Whether less or more of a metric is better.

#include <string_view>

namespace fieldtwin {

enum class Better { kLower, kHigher, kNeither };

/// Lower is better for failures, times, mistakes, wrongful holds, prolonged stops and what is
/// exposed; for a count of scans, calls, answers or holds, which may be right or wrong, neither is.
Better better_of(std::string_view metric);

std::string_view name_of(Better better);  //!< "lower", "higher", "neither"

}  // namespace fieldtwin
