#pragma once
/// The parts of the study document; for the files of this folder alone.

#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/estimate_json.hpp"
#include "metrics/report/scenario_facts.hpp"
#include "metrics/report/stress.hpp"
#include "metrics/study_data.hpp"

namespace fieldtwin {

using Json = nlohmann::ordered_json;

/// An estimate as JSON; null if there is none.
inline Json measured(const Estimator& estimator, const StudyData& study) {
  const auto result = estimate(estimator, study);
  return result ? to_json(result) : Json(nullptr);
}

Json funnel_section(const StudyData& study);
Json failures_section(const StudyData& study);
Json latency_section(const StudyData& study);
Json desk_section(const StudyData& study);
Json holds_section(const StudyData& study);
Json disparity_section(const StudyData& study);
Json exposure_section(const StudyData& study);
Json ports_section(const StudyData& study);
Json exposure_horizon(const StudyData& study);
Json stress_json(const std::vector<StressSection>& sections);
Json tornado_section(const std::string& tornado_json);  //!< empty for an empty text
Json worlds_section(const std::string& worlds_json);
Json states_section(const StudyData& study, const ScenarioFacts& facts);
Json systems_section(const StudyData& study);
Json definitions_section();
Json limits_section();

}  // namespace fieldtwin
