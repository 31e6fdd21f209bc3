#pragma once
/// What `run --worlds` and `run --tornado` print.

#include <string>

namespace fieldtwin {

/// The headline metrics with both bands. std::runtime_error if the text is not worlds.json.
std::string worlds_table(const std::string& worlds_json);

/// For each headline metric the assumptions that move it most. std::runtime_error if the text is
/// not tornado.json.
std::string tornado_table(const std::string& tornado_json);

}  // namespace fieldtwin
