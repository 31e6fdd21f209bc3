#pragma once
/// Tables of text.

#include <string>
#include <vector>

namespace fieldtwin {

/// Rows with their columns aligned to the left, the first row in bold on a terminal. All rows are
/// of the same length.
std::string text_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace fieldtwin
