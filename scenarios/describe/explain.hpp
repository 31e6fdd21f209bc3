#pragma once
/// A scenario explained: every parameter with its value, meaning and source.

#include <iosfwd>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// For people: sections of parameters, each with its value, how often it is drawn, what it means
/// and where it comes from; lines of at most `width` columns where words allow.
void explain_text(const ResolvedScenario& resolved, std::size_t width, std::ostream& out);

/// For programs: {"name", "title", "question", "description", "files": [..], "parameters":
/// [{"path", "value", "base_unit", "base_value" (of a plain number), "mean" (of a distribution),
/// "meaning", "drawn", "origin", "file", "line", "source", "assumption": {"range": [low, high],
/// "why"}}], "faults": [{"value", ...}]}. Absent keys mean that there is no such thing.
void explain_json(const ResolvedScenario& resolved, std::ostream& out);

/// One shipped scenario, for a list of them.
struct CatalogueEntry {
  std::string name;
  std::string title;
  std::string question;
};

/// The shipped scenarios by name. Throws ScenarioErrors if one of them is broken.
std::vector<CatalogueEntry> list_catalogue(const LoadOptions& options = {});

/// The shipped safeguards, with the texts of their files.
std::vector<CatalogueEntry> list_safeguards(const LoadOptions& options = {});

}  // namespace fieldtwin
