#pragma once
/// summary.json: what a study says, for programs.

#include <string>

#include "metrics/study_data.hpp"

namespace fieldtwin {

/// {"fieldtwin", "scenario", "seed", "replications", "fingerprint", "metrics": {NAME: {"mean",
/// "ci_low", "ci_high", "unit"}}, "disparity": as disparity_json has it}, with all metrics of the
/// catalogue in its order, 95 % intervals, null for what the data cannot give, and doubles with as
/// many digits as give back the same bits. The same bytes for the same replications, whatever ran
/// them, in whatever order.
std::string summary_json(const StudyData& study);

}  // namespace fieldtwin
