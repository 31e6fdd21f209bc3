#pragma once
/// Which parameters may change in the middle of the period.

#include <optional>
#include <string>

namespace fieldtwin {

/// Why a parameter keeps its value for the whole period; nothing if it may change in it.
std::optional<std::string> why_fixed(const std::string& path);

}  // namespace fieldtwin
