#pragma once
/// What a search for capacity found.

#include <map>
#include <string>
#include <vector>

#include "metrics/capacity/capacity_search.hpp"
#include "metrics/study_data.hpp"
#include "scenarios/capacity/knob.hpp"

namespace fieldtwin {

/// How busy one resource is.
struct ResourceUse {
  std::string name;      //!< "ICE desk"
  std::string metric;    //!< "ice.utilisation"; empty for the busiest half hour, which is none
  Estimate utilisation;  //!< share of its capacity in use, 0 to 1
};

/// The resources that can run out, busiest first: the desk (over the period, and in its busiest
/// half hour of the day), the service's pools, the busiest cells. What does not apply is left out.
std::vector<ResourceUse> resources_of(const StudyData& study);

struct CapacityResults {
  std::string version;  //!< of the program
  std::string scenario;
  std::string title;               //!< the study's, or else the scenario's
  std::string asked, description;  //!< a study's question in words; empty without one
  std::uint64_t seed;
  std::string slo;  //!< as written
  CapacityQuestion question;
  Knob knob;
  CapacityAnswer answer;
  std::vector<std::vector<ResourceUse>> resources;  //!< by point of the answer
};

/// The point whose resources tell what limits the answer: the best at which the level holds, else
/// the one that comes nearest.
const CapacityPoint& deciding_point(const CapacityAnswer& answer, Effect effect);

/// capacity.json: {"fieldtwin", "scenario", "title", "question",
/// "description", "seed", "slo", "terms": [{"text", "metric",
/// "bound", "limit", "unit"}], "varied": {"name", "words", "unit", "goal", "start"}, "answer":
/// {"outcome", "value", "text", "surely_holds_at", "surely_fails_at", "monotone"},
/// "saturates_first", "points": [{"value", "text", "replications", "holds", "sure", "terms":
/// {METRIC: {"mean", "ci_low", "ci_high"}}, "resources": [{"name", "metric", "mean", "ci_low",
/// "ci_high"}]}]}. The same bytes for the same replications.
std::string capacity_json(const CapacityResults& results);

}  // namespace fieldtwin
