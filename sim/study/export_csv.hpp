#pragma once
/// A results file as CSV files.

#include <filesystem>
#include <vector>

namespace fieldtwin {

/// Writes each table and view of a results file to `FOLDER/NAME.csv` (RFC 4180, a header line,
/// numbers that read back as the same double, nothing for NULL); returns the files. Throws
/// StudyRefused if it is no results file of this version, DiskError if a file cannot be written.
std::vector<std::filesystem::path> export_csv(const std::filesystem::path& results,
                                              const std::filesystem::path& folder);

}  // namespace fieldtwin
