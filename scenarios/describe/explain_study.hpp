#pragma once
/// A study file explained: what it varies of which scenario, and what it looks at.

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/capacity/capacity_study.hpp"
#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// A study in words.
struct StudyFacts {
  std::string name, kind;  //!< kind: the command that runs it
  std::string title, question, description;
  std::vector<std::pair<std::string, std::string>> facts;  //!< "design": "grid, 20 points"
};

/// `points`: of the sweep's design.
StudyFacts facts_of_study(const SweepStudy& study, std::size_t points);
StudyFacts facts_of_study(const CapacityStudy& study);

/// For people; lines of at most `width` columns where words allow.
void explain_text(const StudyFacts& study, std::size_t width, std::ostream& out);
/// For programs: {"name", "kind", "title", "question", "description", and a key for each fact}.
void explain_json(const StudyFacts& study, std::ostream& out);

}  // namespace fieldtwin
