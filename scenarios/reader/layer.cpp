#include "scenarios/reader/layer.hpp"

#include <algorithm>
#include <set>

#include "scenarios/reader/field.hpp"
#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kTexts{"name", "title", "question", "description"};

/// Every section: `sign_in`, `service`, `service.gateway`, ...
const std::set<std::string>& sections() {
  static const std::set<std::string> all = [] {
    std::set<std::string> out;
    for (const Parameter& parameter : parameters())
      for (std::size_t dot = parameter.path.find('.'); dot != std::string::npos;
           dot = parameter.path.find('.', dot + 1))
        out.insert(parameter.path.substr(0, dot));
    return out;
  }();
  return all;
}

std::string joined(const std::string& section, const std::string& key) {
  return section.empty() ? key : section + "." + key;
}

std::string last_key(const std::string& path) {
  return path.substr(path.rfind('.') + 1);
}

/// The keys that may stand in a section (the empty path is the whole file).
std::vector<std::string> keys_of(const std::string& section) {
  std::vector<std::string> out;
  const std::string prefix = section.empty() ? "" : section + ".";
  for (const Parameter& parameter : parameters()) {
    if (parameter.path.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string rest = parameter.path.substr(prefix.size());
    const std::string key = rest.substr(0, rest.find('.'));
    if (std::find(out.begin(), out.end(), key) == out.end()) out.push_back(key);
  }
  if (section.empty()) {
    out.insert(out.end(), kTexts.begin(), kTexts.end());
    out.insert(out.end(), {"extends", "with", "together", "faults", "changes"});
  } else {
    out.insert(out.end(), {"source", "assumption"});
  }
  return out;
}

/// A scenario's name may stand in a path of the file system.
bool is_name(const std::string& text) {
  return !text.empty() && text.front() != '.' && text.size() <= 100 &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+") ==
             std::string::npos;
}

}  // namespace

void Layer::apply_file(const Node& root) {
  for (const Node::Entry& entry : root.entries) {
    Scenario& scenario = target_.scenario;
    if (entry.key == "extends" || entry.key == "with" || entry.key == "together") continue;
    if (entry.key == "title") {
      apply_text(scenario.title, entry);
    } else if (entry.key == "question") {
      apply_text(scenario.question, entry);
    } else if (entry.key == "description") {
      apply_text(scenario.description, entry);
    } else if (entry.key == "name") {
      if (entry.value.is_scalar() && is_name(entry.value.text))
        scenario.name = entry.value.text;
      else
        errors_.add(entry.value.place,
                    {"this is not a name",
                     "it names files, so it has letters, digits, '-', '_', '.' and '+' alone", ""});
    } else {
      apply_entry("", entry.key, entry.place, entry.value, {});
    }
  }
}

void Layer::apply_at(const std::string& path, const Place& place, const Node& node) {
  const std::size_t dot = path.rfind('.');
  const std::string section = dot == std::string::npos ? "" : path.substr(0, dot);
  apply_entry(section, dot == std::string::npos ? path : path.substr(dot + 1), place, node, {});
}

void Layer::apply_section(const std::string& path, const Node& node, Backing backing) {
  if (!node.is_map()) {
    errors_.add(node.place,
                {path + " is a section, but " + std::string(kind_name(node)) + " stands here", "",
                 "Its keys are: " + comma_separated(keys_of(path)) + "."});
    return;
  }
  const Backing own = read_backing(node, errors_);
  if (own.source || own.assumption) backing = own;
  for (const Node::Entry& entry : node.entries)
    if (entry.key != "source" && entry.key != "assumption")
      apply_entry(path, entry.key, entry.place, entry.value, backing);
}

void Layer::apply_entry(const std::string& section, const std::string& key, const Place& place,
                        const Node& node, Backing backing) {
  const std::string path = joined(section, key);
  const Parameter* parameter = key.find('.') == std::string::npos ? find_parameter(path) : nullptr;
  if (parameter) {
    apply_parameter(*parameter, node, backing);
  } else if (sections().contains(path) && key.find('.') == std::string::npos) {
    apply_section(path, node, backing);
  } else if (path == "faults") {
    apply_faults(node);
  } else if (path == "changes") {
    apply_changes(node);
  } else {
    refuse_unknown(section, key, place);
  }
}

void Layer::apply_parameter(const Parameter& parameter, const Node& node, Backing backing) {
  const Node* value = &node;
  if (node.is_map() && (node.find("value") || node.find("source") || node.find("assumption"))) {
    const std::vector<std::string> keys{"value", "source", "assumption"};
    const std::size_t before = errors_.size();
    value = node.find("value");
    for (const Node::Entry& entry : node.entries)
      if (std::find(keys.begin(), keys.end(), entry.key) == keys.end())
        errors_.add(entry.place, {"unknown key '" + entry.key + "'",
                                  "a value stands beside its source or assumption alone",
                                  value ? did_you_mean(entry.key, keys)
                                        : "A distribution goes under 'value:'."});
    if (!value && errors_.size() == before)
      errors_.add(node.place,
                  {parameter.path + " has no value", "only its origin is given", "Add 'value:'."});
    const Backing own = read_backing(node, errors_);
    if (own.source || own.assumption) backing = own;
  }
  // Remembered even if it is refused: a value that cannot be read is not a value that is missing.
  Provenance& record = target_.provenance[parameter.path];
  if (!value || read_field(parameter, *value, target_.scenario, errors_) != FieldRead::kDone)
    return;
  record = provenance(*value);
  record.canonical = field_text(parameter, target_.scenario);
  record.source = source_of(backing);
  record.assumption = assumption_of(backing, parameter, *value, target_.scenario, errors_);
}

void Layer::apply_text(std::string& target, const Node::Entry& entry) {
  if (!entry.value.is_scalar() || entry.value.text.empty()) {
    errors_.add(
        entry.value.place,
        {"the " + entry.key + " is " + std::string(kind_name(entry.value)), "it is a text", ""});
    return;
  }
  target = entry.value.text;
}

void Layer::refuse_unknown(const std::string& section, const std::string& key, const Place& place) {
  const std::vector<std::string> siblings = keys_of(section);
  std::string suggestion;
  if (key.find('.') != std::string::npos && find_parameter(joined(section, key))) {
    suggestion = "Write one key a line: '" + key.substr(0, key.find('.')) +
                 ":' and, indented below it, '" + key.substr(key.find('.') + 1) + ":'.";
  } else if (const std::string near = closest(key, siblings); !near.empty()) {
    suggestion = "Did you mean '" + joined(section, near) + "'?";
  } else {
    for (const Parameter& parameter : parameters())  // right key, wrong section
      if (last_key(parameter.path) == key) suggestion = "Did you mean '" + parameter.path + "'?";
    std::vector<std::string> paths;
    for (const Parameter& parameter : parameters()) paths.push_back(parameter.path);
    const std::string path = closest(joined(section, key), paths);
    if (suggestion.empty() && !path.empty()) suggestion = "Did you mean '" + path + "'?";
    if (suggestion.empty()) suggestion = did_you_mean(key, siblings);
  }
  errors_.add(place, {"unknown parameter '" + joined(section, key) + "'",
                      section.empty() ? "" : "'" + section + "' has no '" + key + "'", suggestion});
}

Provenance Layer::provenance(const Node& value) const {
  Provenance out;
  out.written = flow_text(value);
  out.file = value.place.file;
  out.line = value.place.line;
  out.column = value.place.column;
  out.origin = origin_;
  return out;
}

}  // namespace fieldtwin
