#pragma once
/// The results file of a study directory, if it is this study's.

#include "metrics/store/result_store.hpp"
#include "scenarios/load.hpp"
#include "sim/study/study_directory.hpp"

namespace fieldtwin {

/// Opens the results file, or makes it and writes `resolved.yaml` beside it; takes in the shards
/// that a killed run or other programs left, in any order, twice without harm.
///
/// Throws StudyRefused, saying what differs, if the directory holds another study, a shard of one,
/// or a file that cannot be read by this version; DiskError if it cannot be written.
ResultStore open_study(const StudyDirectory& directory, const ResolvedScenario& scenario,
                       const StudyIdentity& identity);

/// What open_study throws StudyRefused for, as far as one look at each kind of file tells, and
/// nothing else: a directory that is this study's, or has no results yet, is left as it is.
void refuse_another_study(const StudyFiles& directory, const ResolvedScenario& scenario,
                          const StudyIdentity& identity);

}  // namespace fieldtwin
