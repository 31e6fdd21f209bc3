#pragma once
/// An estimate as JSON; for .cpp files alone, because of what it includes.

#include <nlohmann/json.hpp>
#include <optional>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// {"mean", "ci_low", "ci_high"}, null where there is nothing to say.
inline nlohmann::ordered_json to_json(const std::optional<Estimate>& estimate) {
  nlohmann::ordered_json json{{"mean", nullptr}, {"ci_low", nullptr}, {"ci_high", nullptr}};
  if (!estimate) return json;
  json["mean"] = estimate->mean;
  if (estimate->interval) {
    json["ci_low"] = estimate->interval->low;
    json["ci_high"] = estimate->interval->high;
  }
  return json;
}

}  // namespace fieldtwin
