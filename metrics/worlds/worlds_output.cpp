#include "metrics/worlds/worlds_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "metrics/estimate_json.hpp"
#include "scenarios/reader/distribution_text.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

Json heading(const WorldsSetting& setting) {
  return {{"fieldtwin", setting.version},
          {"scenario", setting.scenario},
          {"seed", setting.seed},
          {"replications", setting.replications}};
}

std::string law_text(const SweptFactor& factor) {
  if (!factor.listed.empty()) {
    return fmt::format("{} or {}", factor.listed.front(), factor.listed.back());
  }
  const std::string law =
      distribution_text(std::get<Distribution>(factor.factor.values), factor.dimension);
  return factor.kind == SweptFactor::Kind::kScale ? "as written, times " + law : law;
}

Json bands_json(const std::optional<WorldBands>& bands) {
  Json json{{"as_assumed", nullptr},
            {"median", nullptr},
            {"ignorance_low", nullptr},
            {"ignorance_high", nullptr},
            {"ignorance_share", nullptr}};
  if (!bands) return json;
  if (bands->as_assumed) json["as_assumed"] = to_json(bands->as_assumed);
  json["median"] = bands->median;
  json["ignorance_low"] = bands->ignorance.low;
  json["ignorance_high"] = bands->ignorance.high;
  if (bands->ignorance_share) json["ignorance_share"] = *bands->ignorance_share;
  return json;
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

}  // namespace

std::string worlds_json(const WorldsSetting& setting, const Assumptions& assumptions,
                        const std::vector<WorldMetric>& as_assumed,
                        const std::vector<AssumedWorld>& worlds) {
  Json varied = Json::array(), fixed = Json::array(), values = Json::object();
  for (const SweptFactor& factor : assumptions.factors) {
    varied.push_back({{"path", factor.factor.name}, {"law", law_text(factor)}});
  }
  for (const auto& [path, why] : assumptions.fixed) fixed.push_back({{"path", path}, {"why", why}});
  for (std::size_t m = 0; m < world_metrics().size(); ++m) {
    const Metric& metric = *metric_named(world_metrics()[m]);
    std::vector<WorldMetric> over_worlds;
    Json means = Json::array();
    for (const AssumedWorld& world : worlds) {
      over_worlds.push_back(world.metrics[m]);
      const auto& estimate = world.metrics[m].estimate;
      means.push_back(estimate ? Json(estimate->mean) : Json(nullptr));
    }
    Json json{{"unit", metric.unit}, {"meaning", metric.meaning}};
    json.update(bands_json(bands_of(as_assumed[m], over_worlds)));
    json["worlds"] = std::move(means);
    values[metric.name] = std::move(json);
  }
  Json document = heading(setting);
  document["worlds"] = worlds.size();
  document["varied"] = std::move(varied);
  document["not_varied"] = std::move(fixed);
  document["metrics"] = std::move(values);
  return document.dump(2) + "\n";
}

std::string worlds_csv(const Assumptions& assumptions, const std::vector<AssumedWorld>& worlds) {
  std::string text = "world,folder";
  for (const SweptFactor& factor : assumptions.factors) text += "," + cell(factor.factor.name);
  for (const std::string& metric : world_metrics()) text += "," + metric;
  text += "\r\n";
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    text += fmt::format("{},{}", i + 1, cell(worlds[i].folder));
    for (const std::string& value : worlds[i].values) text += "," + cell(value);
    for (const WorldMetric& metric : worlds[i].metrics) {
      text += metric.estimate ? fmt::format(",{}", metric.estimate->mean) : ",";
    }
    text += "\r\n";
  }
  return text;
}

std::string tornado_json(const WorldsSetting& setting, const std::vector<WorldMetric>& as_assumed,
                         const std::vector<TornadoBar>& bars) {
  Json values = Json::object();
  for (std::size_t m = 0; m < world_metrics().size(); ++m) {
    const Metric& metric = *metric_named(world_metrics()[m]);
    std::vector<std::pair<double, Json>> rows;
    for (const TornadoBar& bar : bars) {
      const auto &low = bar.low.differences[m], &high = bar.high.differences[m];
      if (!low || !high) continue;
      const double swing =
          std::max({0.0, low->mean, high->mean}) - std::min({0.0, low->mean, high->mean});
      if (swing == 0.0) continue;
      rows.emplace_back(swing, Json{{"path", bar.path},
                                    {"meaning", bar.meaning},
                                    {"value", bar.value},
                                    {"low", {{"at", bar.low.at}, {"difference", to_json(low)}}},
                                    {"high", {{"at", bar.high.at}, {"difference", to_json(high)}}},
                                    {"swing", swing}});
    }
    std::ranges::stable_sort(rows, std::greater<>(), [](const auto& row) { return row.first; });
    Json sorted = Json::array();
    for (auto& [swing, row] : rows) sorted.push_back(std::move(row));
    values[metric.name] = {{"unit", metric.unit},
                           {"meaning", metric.meaning},
                           {"base", to_json(as_assumed[m].estimate)},
                           {"bars", std::move(sorted)}};
  }
  Json document = heading(setting);
  document["metrics"] = std::move(values);
  return document.dump(2) + "\n";
}

}  // namespace fieldtwin
