#include "metrics/report/study_document.hpp"

#include "metrics/report/sections.hpp"
#include "metrics/timeline/faults_json.hpp"

namespace fieldtwin {
namespace {

Json scenario_section(const ScenarioFacts& facts) {
  return {{"name", facts.name},         {"title", facts.title},
          {"question", facts.question}, {"description", facts.description},
          {"start", facts.start},       {"days", facts.days}};
}

/// The metrics that this study can say something about.
Json metrics_section(const StudyData& study) {
  Json section = Json::object();
  for (const Metric& metric : metrics()) {
    Json value = measured(metric.estimator, study);
    if (value.is_null()) continue;
    value["unit"] = metric.unit;
    value["meaning"] = metric.meaning;
    section[metric.name] = std::move(value);
  }
  return section;
}

Json parameters_section(const ScenarioFacts& facts) {
  const auto text = [](const std::optional<std::string>& words) {
    return words ? Json(*words) : Json(nullptr);
  };
  Json rows = Json::array();
  for (const ParameterRow& row : facts.parameters) {
    Json assumption = nullptr;
    if (row.assumption_why) {
      assumption = {{"range", text(row.assumption_range)}, {"why", *row.assumption_why}};
    }
    rows.push_back({{"path", row.path},
                    {"value", row.value},
                    {"meaning", row.meaning},
                    {"source", text(row.source)},
                    {"assumption", std::move(assumption)}});
  }
  return rows;
}

Json parsed_or_null(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? Json(nullptr) : json;
}

}  // namespace

std::string study_document(const StudyData& study, const ScenarioFacts& facts,
                           const std::vector<StressSection>& stress,
                           const Companions& companions) {
  const Json document{{"fieldtwin", study.identity().version},
                      {"scenario", scenario_section(facts)},
                      {"seed", study.identity().seed},
                      {"replications", study.replications()},
                      {"fingerprint", study.fingerprint().hex()},
                      {"confidence", kUsualConfidence},
                      {"metrics", metrics_section(study)},
                      {"ports", ports_section(study)},
                      {"funnel", funnel_section(study)},
                      {"failures", failures_section(study)},
                      {"latency", latency_section(study)},
                      {"desk", desk_section(study)},
                      {"faults", fault_curves_json(study.faults())},
                      {"holds", holds_section(study)},
                      {"disparity", disparity_section(study)},
                      {"attribution", parsed_or_null(companions.attribution)},
                      {"stories", parsed_or_null(companions.stories)},
                      {"worlds", worlds_section(companions.worlds)},
                      {"tornado", tornado_section(companions.tornado)},
                      {"exposure", exposure_section(study)},
                      {"systems", systems_section(study)},
                      {"states", states_section(study, facts)},
                      {"parameters", parameters_section(facts)},
                      {"stress", stress_json(stress)},
                      {"definitions", definitions_section()},
                      {"limits", limits_section()}};
  return document.dump();
}

}  // namespace fieldtwin
