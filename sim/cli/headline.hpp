#pragma once
/// The numbers that are shown first, as text.

#include <string>
#include <string_view>

namespace fieldtwin {

/// The unit to print behind a number, if the words do not say it.
std::string shown_unit(std::string_view unit);

/// A table of the headline metrics of a summary.json, each with its mean and interval; metrics that
/// the summary does not have are left out. Throws std::runtime_error if it is no summary.
std::string headline_table(const std::string& summary_json);

}  // namespace fieldtwin
