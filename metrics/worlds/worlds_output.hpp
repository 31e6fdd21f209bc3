#pragma once
/// worlds.json, worlds.csv and tornado.json.

#include <cstdint>
#include <string>
#include <vector>

#include "metrics/worlds/worlds.hpp"
#include "scenarios/sweep/assumed_factors.hpp"

namespace fieldtwin {

/// Whose worlds.
struct WorldsSetting {
  std::string version, scenario;
  std::uint64_t seed;
  std::uint32_t replications;  //!< of the scenario as written, and of each world
};

/// One draw of the assumptions, simulated. Not the World of agents/, which is one replication.
struct AssumedWorld {
  std::vector<std::string> values;   //!< of each factor, as a scenario has it; "x 1.2" for a scale
  std::string folder;                //!< of its study
  std::vector<WorldMetric> metrics;  //!< by world_metrics
};

/// {"fieldtwin", "scenario", "seed", "replications", "worlds": W, "varied": [{"path", "law"}],
/// "not_varied": [{"path", "why"}], "metrics": {METRIC: {"unit", "meaning", "as_assumed": estimate,
/// "median", "ignorance_low", "ignorance_high", "ignorance_share", "worlds": [mean of each]}}},
/// null where there is nothing to say. The same bytes for the same replications.
std::string worlds_json(const WorldsSetting& setting, const Assumptions& assumptions,
                        const std::vector<WorldMetric>& as_assumed,
                        const std::vector<AssumedWorld>& worlds);

/// A row a world: number, folder, each factor's value, each metric's mean. RFC 4180.
std::string worlds_csv(const Assumptions& assumptions, const std::vector<AssumedWorld>& worlds);

/// One assumption at both ends of its range, all else as written.
struct TornadoSide {
  std::string at;                                    //!< the value there
  std::vector<std::optional<Estimate>> differences;  //!< from the scenario as written, under the
                                                     //!< same luck; by world_metrics
};
struct TornadoBar {
  std::string path, meaning, value;  //!< as written
  TornadoSide low, high;
};

/// {"fieldtwin", "scenario", "seed", "replications", "metrics": {METRIC: {"unit", "meaning",
/// "base": estimate, "bars": [{"path", "meaning", "value", "low": {"at", "difference"}, "high",
/// "swing"}]}}} with the bars by falling swing, the range of the three means, those without any
/// left out.
std::string tornado_json(const WorldsSetting& setting, const std::vector<WorldMetric>& as_assumed,
                         const std::vector<TornadoBar>& bars);

}  // namespace fieldtwin
