#pragma once
/// A shipped or written question about capacity: what `fieldtwin capacity` is otherwise told by its
/// options.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

struct CapacityStudy {
  std::string name;  //!< of the file
  std::string title, question, description;
  ResolvedScenario base;
  std::string base_name;               //!< as load_scenario takes it
  std::string slo;                     //!< as --slo; read by parse_service_level
  Place slo_place;                     //!< for what is wrong with it
  std::string maximise, minimise;      //!< as the options; one of them at most
  std::string from, to;                //!< as the options; empty: without
  std::optional<std::uint32_t> replications;  //!< of an open point, at most
};

/// Reads a study, named by its file or by its shipped name. `overrides` change its base. Throws
/// ScenarioErrors with everything that is wrong but for the service level and what is varied, which
/// the search reads. The form of a study: docs/capacity.md.
CapacityStudy read_capacity_study(const std::string& name_or_file,
                                  const std::vector<std::string>& overrides,
                                  const LoadOptions& options = {});

}  // namespace fieldtwin
