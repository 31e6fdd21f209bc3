#pragma once
/// run.json: what depends on the machine and the moment.

#include <map>
#include <string>

#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// What some runs have to say in run.json.
struct RunRecordParts {
  std::string precision;                         //!< the member of that name, as JSON; empty: none
  const RecordedEncounters* recorded = nullptr;  //!< where encounters are replayed: which file
};

/// The text of run.json: version, wall and processor time, scans a processor second, memory of the
/// largest process, jobs, failures, and the libraries' versions. Of this run alone, where a study
/// was done in several.
std::string run_record(const StudyRun& run, const StudyRequest& request,
                       const RunRecordParts& parts = {});

/// Versions of the libraries that the program was built with, by name.
std::map<std::string, std::string> library_versions();

}  // namespace fieldtwin
