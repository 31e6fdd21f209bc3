#include <cmath>
#include <nlohmann/json.hpp>

#include "metrics/catalogue.hpp"
#include "metrics/estimate_json.hpp"
#include "metrics/sweep/sweep_results.hpp"
#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/describe/words.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

Json value_json(const FactorValue& value) {
  return value.number ? Json(*value.number) : Json(value.text);
}

Json optional_json(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json factor_json(const SweptFactor& factor) {
  Json json{{"parameters", factor.paths},
            {"unit", base_unit(factor.dimension)},
            {"scales", factor.kind == SweptFactor::Kind::kScale}};
  if (const auto* const range = std::get_if<FactorRange>(&factor.factor.values)) {
    json["range"] = {range->low, range->high};
    json["spacing"] = range->spacing == Spacing::kLinear ? "linear" : "log";
  } else if (const auto* const law = std::get_if<Distribution>(&factor.factor.values)) {
    json["distribution"] = distribution_text(*law, factor.dimension);
  } else {
    json["values"] = factor.listed;
  }
  return json;
}

/// The end of a level: nothing where a distribution has none.
Json end_json(const SweptFactor& factor, double place) {
  const auto* const law = std::get_if<Distribution>(&factor.factor.values);
  if (law && (place == 0.0 || place == 1.0)) {
    const double end = place == 0.0 ? law->min() : law->max();
    return std::isfinite(end) ? Json(end) : Json(nullptr);
  }
  return value_json(value_of(factor, place));
}

Json main_effect_json(const SweptFactor& factor, const FactorAnalysis& analysis) {
  if (!analysis.main) return nullptr;
  const bool listed = !factor.listed.empty();
  Json levels = Json::array();
  for (std::size_t i = 0; i < analysis.places.size(); ++i) {
    const auto [low, high] = analysis.places[i];
    const double middle = (low + high) / 2.0;
    Json level{{"from", end_json(factor, listed ? middle : low)},
               {"to", end_json(factor, listed ? middle : high)}};
    level.update(to_json(analysis.main->levels[i]));
    levels.push_back(std::move(level));
  }
  return {{"share", optional_json(analysis.main->share)}, {"levels", std::move(levels)}};
}

Json effects_json(const FactorAnalysis& analysis) {
  if (!analysis.effects) return nullptr;
  return {{"mu", to_json(analysis.effects->mean)},
          {"mu_star", to_json(analysis.effects->mean_absolute)},
          {"sigma", analysis.effects->deviation},
          {"noise", optional_json(analysis.effects->of_noise)}};
}

Json index_json(const FactorAnalysis& analysis) {
  if (!analysis.index) return nullptr;
  return {{"first", to_json(analysis.index->first)}, {"total", to_json(analysis.index->total)}};
}

Json analysis_json(const SweepStudy& study, const std::optional<Analysis>& analysis) {
  if (!analysis) return nullptr;
  Json factors = Json::object();
  for (std::size_t j = 0; j < study.factors.size(); ++j) {
    const FactorAnalysis& factor = analysis->factors[j];
    factors[study.factors[j].factor.name] = {
        {"main_effect", main_effect_json(study.factors[j], factor)},
        {"morris", effects_json(factor)},
        {"sobol", index_json(factor)}};
  }
  return {{"variance",
           {{"between_points", analysis->variance.between_points},
            {"of_factors", analysis->variance.of_factors},
            {"noise_share", optional_json(analysis->variance.noise_share)}}},
          {"factors", std::move(factors)}};
}

Json point_json(const SweepStudy& study, const SweepPoint& point) {
  Json values = Json::object(), texts = Json::object(), metrics = Json::object();
  for (std::size_t j = 0; j < study.factors.size(); ++j) {
    const FactorValue value = value_of(study.factors[j], point.places[j]);
    values[study.factors[j].factor.name] = value_json(value);
    texts[study.factors[j].factor.name] = value.text;
  }
  for (std::size_t m = 0; m < study.metrics.size(); ++m) {
    metrics[study.metrics[m]] = to_json(point.metrics[m].estimate);
  }
  return {{"folder", point.folder},
          {"values", std::move(values)},
          {"texts", std::move(texts)},
          {"metrics", std::move(metrics)}};
}

}  // namespace

std::string sweep_json(const SweepStudy& study, const SweepResults& results) {
  Json factors = Json::object(), metrics = Json::object(), points = Json::array(),
       analysis = Json::object();
  for (const SweptFactor& factor : study.factors) {
    factors[factor.factor.name] = factor_json(factor);
  }
  for (std::size_t m = 0; m < study.metrics.size(); ++m) {
    const Metric& metric = *metric_named(study.metrics[m]);
    metrics[metric.name] = {{"unit", metric.unit}, {"meaning", metric.meaning}};
    analysis[metric.name] = analysis_json(study, analysis_of(study, results, m));
  }
  for (const SweepPoint& point : results.points) points.push_back(point_json(study, point));
  const Json sweep{{"fieldtwin", results.version},
                   {"study", study.name},
                   {"title", study.title},
                   {"question", study.question},
                   {"description", study.description},
                   {"base", study.base.scenario.name},
                   {"seed", results.seed},
                   {"replications", results.replications},
                   {"design",
                    {{"kind", name_of(study.design)},
                     {"points", results.points.size()},
                     {"extendable", is_extendable(study.design)}}},
                   {"factors", std::move(factors)},
                   {"metrics", std::move(metrics)},
                   {"points", std::move(points)},
                   {"analysis", std::move(analysis)}};
  return sweep.dump(2) + "\n";
}

}  // namespace fieldtwin
