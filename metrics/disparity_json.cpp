#include "metrics/disparity_json.hpp"

#include "metrics/estimate_json.hpp"
#include "metrics/labels.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<Estimate>& estimate) {
  return estimate ? to_json(estimate) : Json(nullptr);
}

Json factors_json(const Contrast& contrast, std::size_t replications) {
  if (!contrast.factors) return nullptr;
  Json json = Json::object();
  for (std::size_t f = 0; f < kDisparityFactors; ++f) {
    const auto& [factor, interval] = (*contrast.factors)[f];
    json[std::string(kDisparityFactorNames[f])] =
        to_json(Estimate{.mean = factor, .interval = interval, .n = replications});
  }
  return json;
}

}  // namespace

Json disparity_json(const StudyData& study, WrongfulKind kind,
                    std::span<const Ethnicity> references) {
  Json groups = Json::array();
  for (const GroupHarm& harm : harm_by_group(study, kind)) {
    groups.push_back({{"group", kEthnicityNames[index_of(harm.group)]},
                      {"label", kEthnicityLabels[index_of(harm.group)]},
                      {"residents", harm.residents},
                      {"count", to_json(harm.count)},
                      {"per_million_residents", or_null(harm.per_million_residents)},
                      {"per_100k_scans", or_null(harm.per_100k_scans)}});
  }
  Json factors = Json::array();
  for (std::size_t f = 0; f < kDisparityFactors; ++f) {
    factors.push_back({{"factor", kDisparityFactorNames[f]},
                       {"label", kDisparityFactorTexts[f].label},
                       {"meaning", kDisparityFactorTexts[f].meaning}});
  }
  Json contrasts = Json::array();
  for (const Ethnicity reference : references) {
    for (std::size_t i = 0; i < kEthnicities; ++i) {
      const auto group = static_cast<Ethnicity>(i);
      if (group == reference) continue;
      const Contrast beside = contrast(study, kind, group, reference);
      contrasts.push_back({{"group", kEthnicityNames[i]},
                           {"reference", kEthnicityNames[index_of(reference)]},
                           {"per_resident", or_null(beside.per_resident)},
                           {"per_scan", or_null(beside.per_scan)},
                           {"factors", factors_json(beside, study.replications())}});
    }
  }
  return {{"kind", kWrongfulKindNames[index_of(kind)]},
          {"groups", std::move(groups)},
          {"factors", std::move(factors)},
          {"contrasts", std::move(contrasts)}};
}

}  // namespace fieldtwin
