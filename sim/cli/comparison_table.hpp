#pragma once
/// How scenarios differ, for people.

#include <string>

namespace fieldtwin {

/// For each alternative of a compare.json a table of the headline metrics: the base, the
/// alternative, the difference with its interval, and a star where it is real. Throws
/// std::runtime_error if it is no comparison.
std::string comparison_tables(const std::string& comparison_json);

}  // namespace fieldtwin
