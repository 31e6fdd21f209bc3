#include "scenarios/describe/explain.hpp"

#include <nlohmann/json.hpp>
#include <ostream>

#include "scenarios/describe/words.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/yaml_node.hpp"

namespace fieldtwin {
namespace fs = std::filesystem;
namespace {

std::string origin_text(const Provenance& record) {
  std::string out;
  if (record.origin == Origin::kCommandLine) return "Set on the command line.";
  if (record.source) {
    out = "Source: " + *record.source;
  } else if (record.assumption) {
    out = "Assumption";
    if (!record.assumption->range_low.empty())
      out += ", plausible from " + record.assumption->range_low + " to " +
             record.assumption->range_high;
    out += ": " + record.assumption->why;
  } else {
    out = "No source is given (" + record.file + ", line " + std::to_string(record.line) + ").";
  }
  return out;
}

nlohmann::ordered_json origin_json(const Provenance& record) {
  nlohmann::ordered_json out;
  constexpr std::array kOrigins{"own", "inherited", "command line"};
  out["origin"] = kOrigins.at(static_cast<std::size_t>(record.origin));
  out["file"] = record.file;
  out["line"] = record.line;
  if (record.source) out["source"] = *record.source;
  if (record.assumption) {
    if (!record.assumption->range_low.empty())
      out["assumption"]["range"] = {record.assumption->range_low, record.assumption->range_high};
    out["assumption"]["why"] = record.assumption->why;
  }
  return out;
}

}  // namespace

void explain_text(const ResolvedScenario& resolved, std::size_t width, std::ostream& out) {
  const Scenario& s = resolved.scenario;
  out << s.name << ": " << s.title << "\n";
  print_wrapped(s.question, 0, width, out);
  out << '\n';
  print_wrapped(s.description, 0, width, out);
  std::string section;
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(s)) continue;
    const std::size_t dot = parameter.path.find('.');
    if (parameter.path.substr(0, dot) != section) {
      section = parameter.path.substr(0, dot);
      out << '\n' << section << '\n';
    }
    const Provenance& record = resolved.provenance.at(parameter.path);
    out << "  " << (dot == std::string::npos ? parameter.path : parameter.path.substr(dot + 1)) << " = " << record.written;
    const auto* number = std::get_if<NumberField>(&parameter.field);
    if (number && !std::holds_alternative<Constant>(number_of(*number, s).shape()))
      out << "  (drawn " << drawn_words(parameter.drawn) << ')';
    out << '\n';
    print_wrapped(parameter.meaning, 6, width, out);
    print_wrapped(origin_text(record), 6, width, out);
  }
  if (!resolved.partners.empty()) out << "\ntogether, in the same world\n";
  for (const ResolvedScenario& partner : resolved.partners) {
    out << "  " << partner.scenario.name << '\n';
    print_wrapped(partner.scenario.title + " (explain it by its own name).", 6, width, out);
  }
  if (!s.faults.empty()) out << "\nfaults\n";
  for (std::size_t i = 0; i < s.faults.size(); ++i) {
    const Provenance& record = resolved.provenance.at("faults." + std::to_string(i));
    out << "  " << record.canonical << '\n';
    print_wrapped(origin_text(record), 6, width, out);
  }
  if (!s.changes.empty()) out << "\nchanges\n";
  for (std::size_t i = 0; i < s.changes.size(); ++i) {
    const Provenance& record = resolved.provenance.at("changes." + std::to_string(i));
    out << "  " << record.canonical << '\n';
    print_wrapped(origin_text(record), 6, width, out);
  }
}

void explain_json(const ResolvedScenario& resolved, std::ostream& out) {
  const Scenario& s = resolved.scenario;
  nlohmann::ordered_json root{{"name", s.name},
                              {"title", s.title},
                              {"question", s.question},
                              {"description", s.description},
                              {"files", resolved.files}};
  root["parameters"] = nlohmann::ordered_json::array();
  root["faults"] = nlohmann::ordered_json::array();
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(s)) continue;
    const Provenance& record = resolved.provenance.at(parameter.path);
    nlohmann::ordered_json entry{{"path", parameter.path}, {"value", record.written}};
    if (const auto* number = std::get_if<NumberField>(&parameter.field)) {
      const Distribution& value = number_of(*number, s);
      entry["base_unit"] = base_unit(number->dimension);
      entry[std::holds_alternative<Constant>(value.shape()) ? "base_value" : "mean"] = value.mean();
    }
    entry["meaning"] = parameter.meaning;
    entry["drawn"] = drawn_words(parameter.drawn);
    entry.update(origin_json(record));
    root["parameters"].push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < s.faults.size(); ++i) {
    const Provenance& record = resolved.provenance.at("faults." + std::to_string(i));
    nlohmann::ordered_json entry{{"value", record.canonical}};
    entry.update(origin_json(record));
    root["faults"].push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < s.changes.size(); ++i) {
    const Provenance& record = resolved.provenance.at("changes." + std::to_string(i));
    nlohmann::ordered_json entry{{"value", record.canonical}};
    entry.update(origin_json(record));
    root["changes"].push_back(std::move(entry));
  }
  if (!resolved.partners.empty()) root["together"] = nlohmann::ordered_json::array();
  for (const ResolvedScenario& partner : resolved.partners) {
    root["together"].push_back({{"name", partner.scenario.name}, {"title", partner.scenario.title}});
  }
  // Text of a user's file need not be UTF-8.
  out << root.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

std::vector<CatalogueEntry> list_catalogue(const LoadOptions& options) {
  std::vector<CatalogueEntry> out;
  for (const std::string& name : shipped_scenarios(options.data_root)) {
    const Scenario scenario = load_scenario(name, {}, options).scenario;
    out.push_back({name, scenario.title, scenario.question});
  }
  return out;
}

std::vector<CatalogueEntry> list_safeguards(const LoadOptions& options) {
  std::vector<CatalogueEntry> out;
  for (const std::string& name : shipped_safeguards(options.data_root)) {
    ErrorList errors;
    const fs::path file = options.data_root / "catalogue" / "safeguards" / (name + ".yaml");
    const auto text = read_file(file, {file.string(), 0, 0}, errors);
    const auto root = text ? parse_yaml(*text, file.string(), errors) : std::nullopt;
    errors.raise_if_any();
    const auto value = [&](const char* key) {
      const Node* node = root->find(key);
      return node != nullptr ? node->text : std::string();
    };
    out.push_back({name, value("title"), value("question")});
  }
  return out;
}

}  // namespace fieldtwin
