#pragma once
/// One parameter of the register: from a node of a file into the scenario, and back into text.

#include <string>
#include <string_view>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {

enum class FieldRead { kDone, kRefused };

/// Reads a parameter's value into the scenario; what is wrong with it goes to `errors`, and the
/// scenario stays as it was.
FieldRead read_field(const Parameter& parameter, const Node& node, Scenario& scenario,
                     ErrorList& errors);

/// The parameter's value in the shortest form that reads back as exactly the same value.
std::string field_text(const Parameter& parameter, const Scenario& scenario);

/// The number of a scenario behind a register entry (entries reach into a mutable scenario).
const Distribution& number_of(const NumberField& field, const Scenario& scenario);

/// The entry of a path; null if there is none.
const Parameter* find_parameter(std::string_view path);

}  // namespace fieldtwin
