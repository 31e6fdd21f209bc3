#pragma once
/// The faults of a study as JSON; for .cpp files alone, because of what it includes.

#include <nlohmann/json.hpp>

#include "metrics/timeline/fault_data.hpp"

namespace fieldtwin {

/// For summary.json: by the fault's name its recovery times, what it made of each curve while it
/// lasted, and what an attack did.
nlohmann::ordered_json faults_json(const FaultData& data);

/// For the report: the same with the curves over time, as a list.
nlohmann::ordered_json fault_curves_json(const FaultData& data);

}  // namespace fieldtwin
