#pragma once
/// What a search for capacity found, in words and tables for people.

#include <string>

namespace fieldtwin {

/// From the text of capacity.json: the answer, what saturates first, and the points.
std::string capacity_tables(const std::string& capacity_json);

}  // namespace fieldtwin
