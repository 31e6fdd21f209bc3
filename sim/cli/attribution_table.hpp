#pragma once
/// What the command `attribute` prints.

#include <string>

namespace fieldtwin {

/// For each measure a table of causes and kinds, whose columns sum to their last row to the last
/// digit, and the pairs that work together most. std::runtime_error if the text is not
/// attribution.json.
std::string attribution_tables(const std::string& attribution_json);

}  // namespace fieldtwin
