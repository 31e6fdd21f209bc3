#pragma once
/// Study files as commands read them, with the metrics that they may name.

#include <string>
#include <vector>

#include "scenarios/describe/explain_study.hpp"
#include "scenarios/study_file.hpp"

namespace fieldtwin {

/// Reads the study of a sweep. Throws ScenarioErrors.
SweepStudy read_sweep_file(const std::string& name_or_file,
                           const std::vector<std::string>& overrides);

/// Reads a study of capacity, and its service level too. Throws ScenarioErrors.
CapacityStudy read_capacity_file(const std::string& name_or_file,
                                 const std::vector<std::string>& overrides);

/// Throws ScenarioErrors with what is wrong with the study: of a sweep, at each of its points too.
void check_study(const std::string& name_or_file, StudyKind kind);

StudyFacts facts_of_file(const std::string& name_or_file, const std::vector<std::string>& overrides,
                         StudyKind kind);

}  // namespace fieldtwin
