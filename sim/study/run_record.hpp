#pragma once
/// run.json: what depends on the machine and the moment.

#include <map>
#include <string>

#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// The text of run.json: version, wall and processor time, scans a processor second, memory of the
/// largest process, jobs, failures, and the libraries' versions; where encounters are replayed, which file. Of
/// this run alone, where a study was done in several.
std::string run_record(const StudyRun& run, const StudyRequest& request,
                       const RecordedEncounters* recorded = nullptr);

/// Versions of the libraries that the program was built with, by name.
std::map<std::string, std::string> library_versions();

}  // namespace fieldtwin
