#pragma once
/// What makes a study this study.

#include <cstdint>
#include <string>
#include <vector>

#include "metrics/collector.hpp"
#include "metrics/store/result_store.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {

/// The program's version, "0.1.0".
const char* program_version();

/// All that a study's results depend on. The scenario enters as a hash of each parameter's
/// canonical form and of the tables' rows; what it says in words (title, sources), where its files
/// lie and how often it is run by default is no part of it.
StudyIdentity identity_of(const ResolvedScenario& scenario, std::uint64_t seed, RecordLevel record);

/// How two scenarios differ, a line each: "encounters.stops_per_shift: 4 there, 5 here".
std::vector<std::string> differences(const ResolvedScenario& there, const ResolvedScenario& here);

}  // namespace fieldtwin
