#pragma once
/// What the pages of a sweep and of a search for capacity show.

#include <string>

namespace fieldtwin {

/// The document of the page of a sweep: sweep.json, with `kind` "sweep", `confidence` and `limits`
/// added. Throws std::runtime_error if it is no sweep.
std::string sweep_document(const std::string& sweep_json);

/// The same of a search: capacity.json with `kind` "capacity".
std::string capacity_document(const std::string& capacity_json);

}  // namespace fieldtwin
