#include "metrics/report/comparison_document.hpp"

#include <stdexcept>

#include "metrics/headlines.hpp"
#include "metrics/report/sections.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

const Provenance* origin_of(const ResolvedScenario& scenario, const std::string& path) {
  const auto found = scenario.provenance.find(path);
  return found == scenario.provenance.end() ? nullptr : &found->second;
}

/// What a parameter is in a scenario, as written; a fault may be in one scenario alone.
std::string written(const Provenance* origin) {
  return origin == nullptr ? "none" : origin->written;
}

/// The parameters whose values differ from the base's.
Json changes_of(const ResolvedScenario& base, const ResolvedScenario& alternative) {
  Json changes = Json::array();
  const auto add = [&](const std::string& path, const std::string& meaning) {
    const Provenance *before = origin_of(base, path), *after = origin_of(alternative, path);
    if (before == nullptr && after == nullptr) return false;
    if (before == nullptr || after == nullptr || before->canonical != after->canonical) {
      changes.push_back({{"path", path},
                         {"meaning", meaning},
                         {"base", written(before)},
                         {"value", written(after)}});
    }
    return true;
  };
  for (const Parameter& parameter : parameters()) {
    if (!parameter.path.starts_with("run.")) add(parameter.path, parameter.meaning);
  }
  for (std::size_t i = 0;; ++i) {
    if (!add("faults." + std::to_string(i), "A part of the system works at reduced capacity.")) {
      return changes;
    }
  }
}

Json side_of(const ComparedScenario& side, const ResolvedScenario& base) {
  const ScenarioFacts facts = facts_of(side.scenario);
  return {{"name", side.name},
          {"folder", side.folder},
          {"title", facts.title},
          {"question", facts.question},
          {"description", facts.description},
          {"start", facts.start},
          {"days", facts.days},
          {"changes", changes_of(base, side.scenario)}};
}

/// The base's value and the alternatives', side by side, with the differences to the base.
Json metric_of(const Metric& metric, const Json& compared, const Json& alternatives) {
  Json values{compared.at("base")}, differences{nullptr};
  for (const Json& name : alternatives) {
    const Json& side = compared.at("alternatives").at(name.get<std::string>());
    values.push_back(side.at("value"));
    Json difference = side.at("difference");
    difference["real"] = side.at("real");
    differences.push_back(std::move(difference));
  }
  return {{"name", metric.name},         {"meaning", metric.meaning},
          {"unit", metric.unit},         {"better", compared.at("better")},
          {"values", std::move(values)}, {"differences", std::move(differences)},
          {"best", compared.at("best")}, {"worst", compared.at("worst")}};
}

/// By the base's values in compare.json.
Json headlines_section(const Json& metrics) {
  const auto mean = [&metrics](std::string_view name) -> std::optional<double> {
    const auto metric = metrics.find(name);
    if (metric == metrics.end() || !metric->at("base").at("mean").is_number()) return std::nullopt;
    return metric->at("base").at("mean").get<double>();
  };
  Json rows = Json::array();
  for (const Headline& headline : headlines_of(mean)) {
    const std::string words = headline.words;
    rows.push_back({{"metric", headline.metric},
                    {"words", words.substr(words.find_first_not_of(' '))},
                    {"alone", words_alone(headline)},
                    {"part", is_part(headline)}});
  }
  return rows;
}

}  // namespace

std::string comparison_document(const std::string& comparison_json,
                                const std::vector<ComparedScenario>& scenarios) {
  const Json comparison = Json::parse(comparison_json, nullptr, false);
  if (!comparison.is_object() || !comparison.contains("alternatives") ||
      comparison.at("alternatives").size() + 1 != scenarios.size()) {
    throw std::runtime_error("compare.json is not the comparison of these scenarios");
  }
  Json sides = Json::array(), rows = Json::array();
  for (const ComparedScenario& scenario : scenarios) {
    sides.push_back(side_of(scenario, scenarios.front().scenario));
  }
  for (const Metric& metric : metrics()) {
    const auto found = comparison.at("metrics").find(metric.name);
    if (found == comparison.at("metrics").end()) continue;
    rows.push_back(metric_of(metric, *found, comparison.at("alternatives")));
  }
  const Json document{{"kind", "comparison"},
                      {"fieldtwin", comparison.at("fieldtwin")},
                      {"seed", comparison.at("seed")},
                      {"replications", comparison.at("replications")},
                      {"confidence", kUsualConfidence},
                      {"scenarios", std::move(sides)},
                      {"headlines", headlines_section(comparison.at("metrics"))},
                      {"metrics", std::move(rows)},
                      {"selection", comparison.value("selection", Json(nullptr))},
                      {"definitions", definitions_section()},
                      {"limits", limits_section()}};
  return document.dump();
}

}  // namespace fieldtwin
