#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "metrics/capacity/capacity_results.hpp"
#include "metrics/estimate_json.hpp"
#include "scenarios/describe/words.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(CapacityAnswer::Outcome outcome) {
  constexpr std::array<std::string_view, 3> kNames{"found", "never_holds", "always_holds"};
  return kNames[static_cast<std::size_t>(outcome)];
}

Json optional_json(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json terms_json(const ServiceLevel& level) {
  Json terms = Json::array();
  for (const ServiceTerm& term : level) {
    terms.push_back({{"text", term.text},
                     {"metric", term.metric->name},
                     {"bound", term.bound == ServiceTerm::Bound::kAtMost ? "<=" : ">="},
                     {"limit", term.limit},
                     {"unit", term.metric->unit}});
  }
  return terms;
}

Json point_json(const CapacityResults& results, std::size_t i) {
  const CapacityPoint& point = results.answer.points[i];
  Json terms = Json::object(), resources = Json::array();
  for (std::size_t t = 0; t < point.terms.size(); ++t) {
    terms[results.question.level[t].metric->name] = to_json(point.terms[t]);
  }
  for (const ResourceUse& use : results.resources[i]) {
    Json json{{"name", use.name}, {"metric", use.metric}};
    json.update(to_json(use.utilisation));
    resources.push_back(std::move(json));
  }
  return {{"value", point.value},
          {"text", results.knob.text_of(point.value)},
          {"replications", point.replications},
          {"holds", point.verdict == CapacityPoint::Verdict::kHolds},
          {"sure", point.certainty == CapacityPoint::Certainty::kSure},
          {"terms", std::move(terms)},
          {"resources", std::move(resources)}};
}

}  // namespace

std::string capacity_json(const CapacityResults& results) {
  const CapacityAnswer& answer = results.answer;
  const Effect effect = results.question.effect;
  Json points = Json::array();
  for (std::size_t i = 0; i < answer.points.size(); ++i) points.push_back(point_json(results, i));
  const auto deciding =
      static_cast<std::size_t>(&deciding_point(answer, effect) - answer.points.data());
  const auto& resources = results.resources[deciding];
  const Json json{
      {"fieldtwin", results.version},
      {"scenario", results.scenario},
      {"title", results.title},
      {"question", results.asked},
      {"description", results.description},
      {"seed", results.seed},
      {"slo", results.slo},
      {"terms", terms_json(results.question.level)},
      {"varied",
       {{"name", results.knob.name},
        {"words", results.knob.words},
        {"unit", base_unit(results.knob.dimension)},
        {"goal", effect == Effect::kHarder ? "largest" : "smallest"},
        {"start", results.knob.start}}},
      {"answer",
       {{"outcome", name_of(answer.outcome)},
        {"value", optional_json(answer.value)},
        {"text", answer.value ? Json(results.knob.text_of(*answer.value)) : Json(nullptr)},
        {"surely_holds_at", optional_json(answer.sure)},
        {"surely_fails_at", optional_json(answer.bound)},
        {"monotone", is_monotone(answer, effect)}}},
      {"saturates_first", resources.empty() ? Json(nullptr) : Json(resources.front().name)},
      {"points", std::move(points)}};
  return json.dump(2) + "\n";
}

}  // namespace fieldtwin
