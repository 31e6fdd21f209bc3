#include <algorithm>

#include "scenarios/changeable.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/layer.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kKeys{"at", "parameter", "value", "source", "assumption"};
constexpr const char* kExample = "For example - {at: 10 h, parameter: ice.agents_day, value: 4}.";

std::vector<std::string> all_paths() {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters()) paths.push_back(parameter.path);
  return paths;
}

/// The time of a change, or nothing and an error.
std::optional<Seconds> read_time(const std::string& text, const Place& place, ErrorList& errors) {
  const auto value = parse_number(text, Dimension::kTime);
  if (const auto* complaint = std::get_if<Complaint>(&value)) {
    errors.add(place, *complaint);
    return std::nullopt;
  }
  const double seconds = std::get<double>(value);
  if (seconds < 0.0) {
    errors.add(place, {text + " is out of range", "time counts from the start of the period", ""});
    return std::nullopt;
  }
  return Seconds(seconds);
}

}  // namespace

void Layer::apply_changes(const Node& node) {
  target_.scenario.changes.clear();
  std::erase_if(target_.provenance,
                [](const auto& entry) { return entry.first.rfind("changes.", 0) == 0; });
  if (!node.is_list()) {
    errors_.add(node.place, {"changes is " + std::string(kind_name(node)),
                             "it is a list of events; an empty one is []", kExample});
    return;
  }
  for (const Node& change : node.items) apply_change(change);
}

void Layer::apply_change(const Node& node) {
  if (!node.is_map()) {
    errors_.add(node.place,
                {"the change is " + std::string(kind_name(node)), "it is a map", kExample});
    return;
  }
  const std::size_t before = errors_.size();
  for (const Node::Entry& entry : node.entries) {
    if (std::find(kKeys.begin(), kKeys.end(), entry.key) == kKeys.end()) {
      errors_.add(entry.place, {"unknown key '" + entry.key + "'", "a change has no such key",
                                did_you_mean(entry.key, kKeys)});
    }
  }
  for (const auto* key : {"at", "parameter", "value"}) {
    const Node* found = node.find(key);
    if (!found) {
      errors_.add(node.place, {"the change has no '" + std::string(key) + "'", "", kExample});
    } else if (!found->is_scalar() && std::string_view(key) != "value") {
      errors_.add(found->place,
                  {std::string(kind_name(*found)) + " stands where one word is needed", "", ""});
    }
  }
  const Backing backing = read_backing(node, errors_);
  if (errors_.size() != before) return;
  add_change(node.find("parameter")->text, node.find("at")->text, *node.find("value"),
             source_of(backing));
}

void Layer::add_change(const std::string& path, const std::string& at, const Node& value,
                       std::optional<std::string> source) {
  const Parameter* parameter = find_parameter(path);
  if (!parameter) {
    errors_.add(value.place, {"unknown parameter '" + path + "'", "", did_you_mean(path, all_paths())});
    return;
  }
  const auto time = read_time(at, value.place, errors_);
  if (!time) return;
  if (const auto why = why_fixed(path); why && *time > Seconds(0.0)) {
    errors_.add(value.place, {path + " cannot change in the middle of the period", *why, ""});
    return;
  }
  Scenario changed = target_.scenario;
  if (read_field(*parameter, value, changed, errors_) != FieldRead::kDone) return;
  const std::string canonical = field_text(*parameter, changed);
  Provenance record = provenance(value);
  record.canonical = "{at: " + format_number(time->value(), Dimension::kTime) +
                     ", parameter: " + path + ", value: " + canonical + "}";
  record.source = std::move(source);
  target_.provenance["changes." + std::to_string(target_.scenario.changes.size())] =
      std::move(record);
  target_.scenario.changes.push_back({*time, path, canonical});
}

}  // namespace fieldtwin
