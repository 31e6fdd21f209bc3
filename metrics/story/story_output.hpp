#pragma once
/// A story for people, and for programs.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "metrics/story/agreement.hpp"
#include "metrics/story/story.hpp"

namespace fieldtwin {

/// What was true, what happened and who believed what, and where it could have been stopped.
std::string story_text(const Story& story, const Agreement& agreement);

/// The same with every number in full: docs/story.md.
nlohmann::ordered_json story_json(const Story& story, const Agreement& agreement);

}  // namespace fieldtwin
