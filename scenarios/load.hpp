#pragma once
/// From a scenario's name or file to the structs that the model runs on.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/reader/catalogue.hpp"
#include "scenarios/reader/error.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Why a value that nobody has published was chosen, and what else it could be.
struct Assumption {
  std::string range_low;  //!< plausible range; empty for what has none (a list, a name)
  std::string range_high;
  std::string why;
};

enum class Origin {
  kOwn,          //!< the scenario's own file
  kInherited,    //!< a scenario that it extends
  kCommandLine,  //!< set on the command line
};

/// Where a parameter's value comes from.
struct Provenance {
  std::string written;    //!< as it stands in the file
  std::string canonical;  //!< in the shortest form that reads back as the same value
  std::string file;
  int line = 0;
  int column = 0;
  std::optional<std::string> source;
  std::optional<Assumption> assumption;
  Origin origin = Origin::kOwn;
};

/// A scenario with the origin of every value, by the register's path; faults are `faults.0`, ...,
/// changes `changes.0`, ...
struct ResolvedScenario {
  Scenario scenario;
  std::map<std::string, Provenance> provenance;
  std::vector<std::string> files;  //!< all that were read: what is extended first, then tables
  /// Those that run in the same world, as they were before they were aligned with it.
  std::vector<ResolvedScenario> partners;
};

struct LoadOptions {
  std::filesystem::path data_root = default_data_root();  //!< holds catalogue/ and data/
};

/// Reads a scenario, named by its file or by its shipped name; `+NAME` after it puts a shipped
/// safeguard over it. `overrides` are `path=value`, as on
/// the command line, and win over the file; `path@TIME=value` adds a change, `faults+={...}` a fault. Throws ScenarioErrors with everything that is wrong.
ResolvedScenario load_scenario(const std::string& name_or_file,
                               const std::vector<std::string>& overrides = {},
                               const LoadOptions& options = {});

/// The same for a scenario in memory; `name` stands for its file in messages, and other files are
/// sought in the shipped data alone.
ResolvedScenario load_scenario_text(const std::string& text, const std::string& name,
                                    const LoadOptions& options = {});

}  // namespace fieldtwin
