#pragma once
/// Disparity as JSON; for .cpp files alone, because of what it includes.

#include <nlohmann/json.hpp>
#include <span>

#include "metrics/disparity.hpp"

namespace fieldtwin {

/// {"kind", "groups": [{"group", "label", "residents", "count", "per_million_residents",
/// "per_100k_scans"}], "factors": [{"factor", "label", "meaning"}], "contrasts": [{"group",
/// "reference", "per_resident", "per_scan", "factors": {NAME: {"mean", "ci_low", "ci_high"}}}]}
/// with a contrast of every group beside each of the references; null where there is nothing to
/// say, and "factors" only for the kind "any".
nlohmann::ordered_json disparity_json(const StudyData& study, WrongfulKind kind,
                                      std::span<const Ethnicity> references);

/// What others are compared with unless told: the largest group.
inline constexpr Ethnicity kUsualReference = Ethnicity::kWhite;

}  // namespace fieldtwin
