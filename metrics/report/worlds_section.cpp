#include "metrics/report/sections.hpp"

namespace fieldtwin {
namespace {

/// The metrics of worlds.json or tornado.json, in their order, with their names in them.
Json metrics_of(const std::string& text) {
  const Json document = Json::parse(text, nullptr, false);
  Json rows = Json::array();
  if (!document.is_object() || !document.contains("metrics")) return rows;
  for (const auto& [name, metric] : document["metrics"].items()) {
    Json row{{"metric", name}};
    row.update(metric);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Json worlds_section(const std::string& worlds_json) {
  Json section{{"metrics", metrics_of(worlds_json)}, {"worlds", 0}, {"varied", 0}};
  const Json document = Json::parse(worlds_json, nullptr, false);
  if (document.is_object()) {
    section["worlds"] = document.value("worlds", 0);
    section["varied"] = document.value("varied", Json::array()).size();
  }
  return section;
}

Json tornado_section(const std::string& tornado_json) {
  constexpr std::size_t kShown = 12;
  Json rows = metrics_of(tornado_json);
  for (Json& metric : rows) {
    Json& bars = metric["bars"];
    if (bars.size() > kShown) bars.erase(bars.begin() + kShown, bars.end());
  }
  return rows;
}

}  // namespace fieldtwin
