#pragma once
/// The rate of citizens held, beside what is published.

#include <string>

namespace fieldtwin {

/// A few lines; empty if nobody was held. std::runtime_error if the text is no summary.json.
std::string bounds_lines(const std::string& summary_json, std::size_t width);

}  // namespace fieldtwin
