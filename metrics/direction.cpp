#include "metrics/direction.hpp"

#include <algorithm>
#include <array>

namespace fieldtwin {
namespace {

/// Beginnings of the names of metrics of which less is better. All others have no direction.
constexpr std::array<std::string_view, 18> kLowerIsBetter{
    "scans.failed.",    "latency.",          "identification.", "ice.abandoned",
    "ice.wait_s.",      "ice.other_wait_s.", "stops.prolonged", "ice.other_abandoned",
    "exposure.",        "custody.wrongful.", "custody.federal", "port.gap.",
    "port.false_match", "port.fnir",         "port.wait_s.",    "port.boarding_",
    "port.delayed_",    "port.held_wrongly"};

}  // namespace

Better better_of(std::string_view metric) {
  const bool lower = std::ranges::any_of(
      kLowerIsBetter, [metric](std::string_view start) { return metric.starts_with(start); });
  return lower ? Better::kLower : Better::kNeither;
}

std::string_view name_of(Better better) {
  constexpr std::array<std::string_view, 3> kNames{"lower", "higher", "neither"};
  return kNames[static_cast<std::size_t>(better)];
}

}  // namespace fieldtwin
