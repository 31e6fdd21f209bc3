#include <nlohmann/json.hpp>

#include "matcher/evaluation/evaluation.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

Json interval_of(const Interval& interval) { return Json::array({interval.low, interval.high}); }

Json rate_of(const Rate& rate) {
  if (rate.searches == 0) return nullptr;
  return {{"mean", rate.value}, {"ci_low", rate.interval.low}, {"ci_high", rate.interval.high}, {"searches", rate.searches}};
}

Json point_of(const DetPoint& point) {
  return {{"threshold", point.threshold}, {"fpir", rate_of(point.fpir)}, {"fnir", rate_of(point.fnir)}};
}

Json verification_of(const Verification& v) {
  return {{"accuracy", {{"mean", v.accuracy_mean}, {"sd", v.accuracy_sd}, {"folds", v.accuracies}}},
          {"eer", v.eer},
          {"tpr_at_fmr", {{"1e-2", v.tpr_at_1e2}, {"1e-3", v.tpr_at_1e3}}},
          {"intervals",
           {{"eer", interval_of(v.eer_interval)},
            {"tpr_at_fmr", {{"1e-2", interval_of(v.tpr_at_1e2_interval)}, {"1e-3", interval_of(v.tpr_at_1e3_interval)}}}}},
          {"thresholds", v.thresholds},
          {"pairs", {{"mated", v.mated}, {"non_mated", v.non_mated}}}};
}

Json identification_json(const Identification1N& i) {
  Json det = Json::array();
  for (const auto& point : i.det) det.push_back(point_of(point));
  Json sizes = Json::array();
  for (const auto& s : i.sizes) {
    sizes.push_back({{"people", s.people}, {"fpir", rate_of(s.fpir)}, {"fnir", rate_of(s.fnir)}, {"rank_1", rate_of(s.rank_one)}});
  }
  Json ranks = Json::array();
  for (std::size_t k = 0; k < i.ranks.size(); ++k) ranks.push_back({{"rank", k + 1}, {"found", rate_of(i.ranks[k])}});
  Json groups = Json::array();
  for (const auto& g : i.groups) {
    groups.push_back({{"label", g.label}, {"value", g.value}, {"fpir", rate_of(g.fpir)}, {"fnir", rate_of(g.fnir)}, {"rank_1", rate_of(g.rank_one)}});
  }
  return {{"people", i.people}, {"operating", point_of(i.operating)}, {"det", det}, {"by_size", sizes}, {"ranks", ranks}, {"by_group", groups}};
}

}  // namespace

const char kNoClaimAboutGroups[] =
    "Rendered faces say nothing about how the matcher treats groups of real people: the gap between groups "
    "here mixes how much the generator varies within each group and its skin textures with the matcher.";

std::string evaluation_json(const Evaluation& e) {
  Json failures = Json::object();
  for (std::size_t i = 1; i < e.detection.failures.size(); ++i) {
    if (e.detection.failures[i] > 0) failures[std::string(name_of(static_cast<ExtractionFailure>(i)))] = e.detection.failures[i];
  }
  const Json document = {
      {"fieldtwin", e.version},
      {"kind", "evaluation"},
      {"matcher",
       {{"name", e.matcher},
        {"effort", e.effort == Effort::kAccurate ? "accurate" : "fast"},
        {"dimension", e.dimension},
        {"threshold", e.threshold}}},
      {"data_set", {{"name", e.data_set}, {"people", e.people}, {"photos", e.photos}}},
      {"confidence", kUsualConfidence},
      {"detection", {{"found", e.detection.found}, {"missed", e.detection.missed}, {"failures", failures}, {"missed_files", e.missed}}},
      {"verification", e.verification ? verification_of(*e.verification) : Json(nullptr)},
      {"identification", e.identification ? identification_json(*e.identification) : Json(nullptr)},
      {"groups_note", kNoClaimAboutGroups}};
  return document.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace fieldtwin
