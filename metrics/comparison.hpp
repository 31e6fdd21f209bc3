#pragma once
/// compare.json: how scenarios differ, for programs.

#include <string>
#include <vector>

#include "metrics/study_data.hpp"

namespace fieldtwin {

/// One side of a comparison.
struct ComparedStudy {
  std::string name;  //!< alternatives have different ones
  StudyData data;
};

/// {"fieldtwin", "base", "alternatives": [NAME], "seed", "replications", "metrics": {METRIC:
/// {"unit", "base": {"mean", "ci_low", "ci_high"}, "alternatives": {NAME: {"value": the same of the
/// alternative, "difference": the same of alternative - base, "real"}}}}}, with all metrics of the
/// catalogue in its order, written as in summary.json. A difference is real if its 95 % interval
/// excludes 0. The same bytes for the same replications, whatever ran them.
///
/// std::invalid_argument unless all have the same seed and replications.
std::string comparison_json(const ComparedStudy& base,
                            const std::vector<ComparedStudy>& alternatives);

}  // namespace fieldtwin
