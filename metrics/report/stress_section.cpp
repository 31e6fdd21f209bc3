#include "metrics/report/sections.hpp"

namespace fieldtwin {

Json stress_json(const std::vector<StressSection>& sections) {
  Json json = Json::array();
  for (const StressSection& section : sections) {
    Json items = Json::array();
    for (const StressItem& item : section.items) {
      items.push_back({{"number", item.number},
                       {"title", item.title},
                       {"text", item.text},
                       {"points", item.points}});
    }
    json.push_back({{"title", section.title}, {"items", std::move(items)}});
  }
  return json;
}

std::string stress_json_text(const std::vector<StressSection>& sections) {
  return stress_json(sections).dump(2) + "\n";
}

}  // namespace fieldtwin
