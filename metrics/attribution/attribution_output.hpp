#pragma once
/// attribution.json and attribution.csv: which cause has how large a share in which harm.

#include <cstdint>
#include <string>
#include <vector>

#include "metrics/attribution/harm_games.hpp"

namespace fieldtwin {

/// Whose harm.
struct AttributionSetting {
  std::string version, scenario;
  std::uint64_t seed;
  std::string fingerprint;  //!< of the study's replications
};

/// {"fieldtwin", "scenario", "seed", "replications", "fingerprint", "method", "causes": [{"cause",
/// "label", "mechanisms": [...]}], "kinds": [{"kind", "label", "people": GAME, "person_hours":
/// GAME}]}, of all replications together. GAME: {"total", "of_no_cause" (what remains when no cause
/// acts), "causes": {CAUSE: {"share" (Shapley value), "exact", "ci_low", "ci_high" (of the share,
/// from how replications differ), "removed_alone" (by how much the harm falls if this cause alone
/// is perfect)}}, "pairs": [{"first", "second", "interaction", "exact"}]}. Numbers are people, or
/// hours; "exact" is the fraction, in people or microseconds: the shares and what is of no cause
/// sum to the total exactly. `replications`: their games, in order, at least one.
std::string attribution_json(const AttributionSetting& setting,
                             const std::vector<HarmGames>& replications);

/// A row for each set of causes that act: their names, then people and hours of each kind. RFC
/// 4180.
std::string attribution_csv(const HarmGames& games);

HarmGames sum_of(const std::vector<HarmGames>& replications);

}  // namespace fieldtwin
