#pragma once
/// The register's terms in words, for whatever describes parameters to people.

#include <iosfwd>
#include <string>
#include <string_view>

#include "scenarios/registry.hpp"

namespace fieldtwin {

/// "never", "once a replication", ...
std::string_view drawn_words(Drawn drawn);
/// What may be written: "time", "share", "choice", "date", ...
std::string kind_words(const Parameter& parameter);
/// The limits of a number, the names of a choice; empty if there are none.
std::string limit_words(const Parameter& parameter);
/// " For tvs and jail alone."; empty if every scenario has it.
std::string systems_words(const Parameter& parameter);
/// The unit of numbers in machine-readable output: "s", "B", "bit/s", "1", "1/year".
std::string_view base_unit(Dimension dimension);
/// Words wrapped at `width` columns, every line indented.
void print_wrapped(const std::string& text, std::size_t indent, std::size_t width,
                   std::ostream& out);

}  // namespace fieldtwin
