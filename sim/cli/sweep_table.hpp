#pragma once
/// What a sweep found, as tables for people.

#include <string>

namespace fieldtwin {

/// From the text of sweep.json: a table a metric, with what its design tells of each factor.
std::string sweep_tables(const std::string& sweep_json);

}  // namespace fieldtwin
