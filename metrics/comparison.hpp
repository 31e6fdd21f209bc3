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
/// {"unit", "better", "base": {"mean", "ci_low", "ci_high"}, "alternatives": {NAME: {"value": the
/// same of the alternative, "difference": the same of alternative - base, "real"}}, "best",
/// "worst"}}}, with all metrics of the catalogue in its order, written as in summary.json. A
/// difference is real if its 95 % interval excludes 0. "best" and "worst" list scenarios by their
/// place, 0 the base, and are empty if these two do not really differ, or neither is better. The
/// same bytes for the same replications, whatever ran them. A `selection` (metrics/best_of.hpp) is
/// written before the metrics.
///
/// std::invalid_argument unless all have the same seed and replications.
std::string comparison_json(const ComparedStudy& base,
                            const std::vector<ComparedStudy>& alternatives,
                            const std::string& selection = {});

}  // namespace fieldtwin
