#pragma once
/// The study document: all that the report page shows, as JSON.

#include <string>

#include "metrics/report/scenario_facts.hpp"
#include "metrics/study_data.hpp"

namespace fieldtwin {

/// The document of a study; metrics/web/README.md describes it. Estimates are {"mean", "ci_low",
/// "ci_high"} with 95 % intervals, null where the data cannot say.
std::string study_document(const StudyData& study, const ScenarioFacts& facts);

}  // namespace fieldtwin
