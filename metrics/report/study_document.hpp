#pragma once
/// The study document: all that the report page shows, as JSON.

#include <string>
#include <vector>

#include "metrics/report/scenario_facts.hpp"
#include "metrics/report/stress.hpp"
#include "metrics/study_data.hpp"

namespace fieldtwin {

/// Further files of a study, as text; empty where there is none.
struct Companions {
  std::string worlds;       //!< worlds.json
  std::string tornado;      //!< tornado.json
  std::string attribution;  //!< attribution.json
  std::string stories;      //!< of its first cases, as a JSON list of stories
};

/// The document of a study; metrics/web/README.md describes it. Estimates are {"mean", "ci_low",
/// "ci_high"} with 95 % intervals, null where the data cannot say.
std::string study_document(const StudyData& study, const ScenarioFacts& facts,
                           const std::vector<StressSection>& stress = {},
                           const Companions& companions = {});

}  // namespace fieldtwin
