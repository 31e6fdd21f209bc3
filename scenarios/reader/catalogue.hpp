#pragma once
/// Where scenarios and their tables are found.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/reader/error.hpp"

namespace fieldtwin {

/// The folder of what is shipped: `catalogue/NAME.yaml` and `data/*.csv`. It is $FIELDTWIN_DATA if
/// that is set; else share/fieldtwin beside the folder of the program, if it is installed there;
/// else the source tree that the program was built from.
std::filesystem::path default_data_root();

/// Names of the shipped scenarios, sorted.
std::vector<std::string> shipped_scenarios(const std::filesystem::path& data_root);

/// Names of the shipped safeguards, `catalogue/safeguards/NAME.yaml`, sorted: each a few values to be
/// put over a scenario.
std::vector<std::string> shipped_safeguards(const std::filesystem::path& data_root);

/// The file of a shipped safeguard.
std::optional<std::filesystem::path> find_safeguard(const std::string& name,
                                                    const std::filesystem::path& data_root,
                                                    const Place& place, ErrorList& errors);

/// `national-day+opt-out+no-copies` taken apart: a scenario and the safeguards to put over it.
struct NamedWith {
  std::string scenario;
  std::vector<std::string> safeguards;
};
/// A name with a `+` that is itself a scenario or a file stays whole.
NamedWith split_name(const std::string& name_or_file, const std::filesystem::path& data_root);

/// The file of a scenario that is named by its file (relative to `folder`) or by its shipped name;
/// what is wrong with the name goes to `errors`, at `place`.
std::optional<std::filesystem::path> find_scenario(const std::string& name_or_file,
                                                   const std::filesystem::path& folder,
                                                   const std::filesystem::path& data_root,
                                                   const Place& place, ErrorList& errors);

/// A table named in a scenario: beside the scenario's file, or else among the shipped data.
std::optional<std::filesystem::path> find_table(const std::string& name,
                                                const std::filesystem::path& folder,
                                                const std::filesystem::path& data_root,
                                                const Place& place, ErrorList& errors);

/// The text of a file; an error at `place` if it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& file, const Place& place,
                                     ErrorList& errors);

}  // namespace fieldtwin
