#pragma once
/// The comparison document: all that the page of a comparison shows, as JSON.

#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

/// One side of a comparison, as far as its scenario goes.
struct ComparedScenario {
  std::string name;    //!< as in compare.json
  std::string folder;  //!< of its study, in that of the comparison
  ResolvedScenario scenario;
};

/// The document of a comparison, from the text of its compare.json and its scenarios, the base
/// first; metrics/web/README.md describes it. std::runtime_error if the text is no comparison of as
/// many scenarios.
std::string comparison_document(const std::string& comparison_json,
                                const std::vector<ComparedScenario>& scenarios);

}  // namespace fieldtwin
