#include "scenarios/describe/resolved.hpp"

#include <ostream>
#include <sstream>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> out{""};
  for (const char c : path) {
    if (c == '.')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

/// `, source: "..."` or `, assumption: {...}` or nothing. What the command line has set says so.
std::string backing_text(const Provenance& record) {
  if (record.source) return ", source: " + yaml_scalar(*record.source);
  if (record.assumption) {
    const Assumption& a = *record.assumption;
    const std::string range =
        a.range_low.empty() ? "" : "range: [" + a.range_low + ", " + a.range_high + "], ";
    return ", assumption: {" + range + "why: " + yaml_scalar(a.why) + "}";
  }
  return record.origin == Origin::kCommandLine ? ", source: set on the command line" : "";
}

/// Everything but the partners.
void write_values(const ResolvedScenario& resolved, std::ostream& out) {
  const Scenario& s = resolved.scenario;
  out << "name: " << yaml_scalar(s.name) << '\n';
  out << "title: " << yaml_scalar(s.title) << '\n';
  out << "question: " << yaml_scalar(s.question) << '\n';
  if (!s.description.empty()) out << "description: " << yaml_scalar(s.description) << '\n';
  std::vector<std::string> open;  // sections that the last line stands in
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(s)) continue;
    const Provenance& record = resolved.provenance.at(parameter.path);
    std::vector<std::string> keys = split(parameter.path);
    const std::string last = keys.back();
    keys.pop_back();
    std::size_t common = 0;
    while (common < keys.size() && common < open.size() && keys[common] == open[common]) ++common;
    for (std::size_t i = common; i < keys.size(); ++i)
      out << std::string(2 * i, ' ') << keys[i] << ":\n";
    open = keys;
    out << std::string(2 * keys.size(), ' ') << last << ": {value: " << record.canonical
        << backing_text(record) << "}\n";
  }
  out << "faults:" << (s.faults.empty() ? " []\n" : "\n");
  for (std::size_t i = 0; i < s.faults.size(); ++i) {
    const Provenance& record = resolved.provenance.at("faults." + std::to_string(i));
    const std::string event = record.canonical.substr(0, record.canonical.size() - 1);
    out << "  - " << event << backing_text(record) << "}\n";
  }
  if (!s.changes.empty()) out << "changes:\n";
  for (std::size_t i = 0; i < s.changes.size(); ++i) {
    const Provenance& record = resolved.provenance.at("changes." + std::to_string(i));
    const std::string event = record.canonical.substr(0, record.canonical.size() - 1);
    out << "  - " << event << backing_text(record) << "}\n";
  }
}

/// A partner in place: an item of a list, whose lines are those of a scenario, further in.
void write_partner(const ResolvedScenario& partner, std::ostream& out) {
  std::ostringstream text;
  write_values(partner, text);
  std::istringstream lines(text.str());
  std::string line;
  for (std::string lead = "  - "; std::getline(lines, line); lead = "    ") {
    out << lead << line << '\n';
  }
}

}  // namespace

void write_resolved(const ResolvedScenario& resolved, std::ostream& out) {
  out << "# Every value of the scenario as it was run. This file is a scenario itself.\n";
  write_values(resolved, out);
  if (resolved.partners.empty()) return;
  out << "together:\n";
  for (const ResolvedScenario& partner : resolved.partners) write_partner(partner, out);
}

}  // namespace fieldtwin
