#pragma once
/// One study run before the user's eyes: progress, the files, and how it ended.

#include <cstdint>
#include <string>

#include "sim/cli/exit_code.hpp"
#include "sim/study/run_study.hpp"

namespace fieldtwin {

/// How much is told on standard error.
enum class Talk { kProgress, kQuiet };

/// What came of it. Unless done, there is no summary, and the reason was printed.
struct StudySession {
  ExitCode code;
  std::uint32_t finished;  //!< replications in the directory
  std::string summary;     //!< the text of summary.json
};

/// Simulates what the directory lacks of the study, and writes summary.json, report.html and
/// run.json if they are not those of its results already. Throws what run_study and write_outputs
/// throw.
StudySession hold_session(const StudyDirectory& directory, const ResolvedScenario& scenario,
                          const StudyRequest& request, Talk talk);

}  // namespace fieldtwin
