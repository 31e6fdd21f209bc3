#pragma once
/// The files that are made from a study's results.

#include <cstdint>
#include <optional>
#include <string>

#include "sim/study/study_files.hpp"

namespace fieldtwin {

/// Writes report.html and summary.json (last: it tells that both are there) from results.sqlite and
/// resolved.yaml alone. Throws StudyRefused if these cannot be read, DiskError.
void write_outputs(const StudyFiles& files);

/// The text of summary.json; nothing if it is not there, or not of so many replications, so that
/// the outputs have to be written.
std::optional<std::string> current_summary(const StudyFiles& files, std::uint32_t replications);

}  // namespace fieldtwin
