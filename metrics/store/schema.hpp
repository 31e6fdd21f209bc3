#pragma once
/// The tables and views of results.sqlite. docs/results.md says what each column means.

#include <string_view>

namespace fieldtwin {

/// Changes with every change of the tables; files of another number are refused.
inline constexpr int kSchemaVersion = 6;

extern const std::string_view kTables;
extern const std::string_view kViews;  //!< for its readers

}  // namespace fieldtwin
