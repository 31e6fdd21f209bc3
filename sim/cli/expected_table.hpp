#pragma once
/// The expected wrongful holds of a study, beside the counted ones that the headline table has.

#include <string>

namespace fieldtwin {

/// A line for each kind of wrongful hold: the expected number with its interval, and how much less
/// variance it has than the count, which says which of the two to use. Empty if the summary has
/// none. std::runtime_error if that is no summary.
std::string expected_table(const std::string& summary_json);

}  // namespace fieldtwin
