#include "sim/cli/batches.hpp"

#include "sim/study/read_study.hpp"

namespace fieldtwin {
namespace {

/// What was done before, and what is there now.
void add(StudyProgress& progress, const StudyProgress& more) {
  progress.finished = more.finished;
  progress.planned = more.planned;
  progress.simulated += more.simulated;
  progress.scans += more.scans;
  progress.elapsed += more.elapsed;
}

void add(StudyRun& run, const StudyRun& more) {
  run.end = more.end;
  run.failures = more.failures;
  run.usage.add(more.usage);
  add(run.progress, more.progress);
}

}  // namespace

ExitCode Batches::simulate(std::span<const std::size_t> studies, std::uint32_t n) {
  for (const std::size_t study : studies) plan_.raise(study, n);
  const StudySession session = hold_session(plan_, force_, talk_, StudyOutputs::kNone);
  run_.end = session.run.end;
  run_.studies.resize(plan_.size());
  for (std::size_t i = 0; i < plan_.size(); ++i) add(run_.studies[i], session.run.studies[i]);
  add(run_.progress, session.run.progress);
  run_.usage.add(session.run.usage);
  return session.code;
}

StudyData Batches::data(std::size_t study, std::uint32_t n) const {
  ResultStore store = results_of_study(plan_.files(study).folder());
  try {
    return StudyData(store, n);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

}  // namespace fieldtwin
