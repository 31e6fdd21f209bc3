#include "scenarios/fix.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/conduct.hpp"
#include "scenarios/mechanisms.hpp"
#include "scenarios/registry.hpp"
#include "scenarios/together.hpp"

namespace fieldtwin {

Scenario fix_for_replication(const Scenario& scenario, const Draws& draws) {
  Scenario out = scenario;
  for (const Parameter& parameter : parameters()) {
    const auto* field = std::get_if<NumberField>(&parameter.field);
    if (!field || parameter.drawn != Drawn::kReplication) continue;
    Distribution& number = field->at(out);
    if (std::holds_alternative<Constant>(number.shape())) continue;
    double value =
        number.quantile(draws.uniform(Decision::kParameter, parameter_entity(parameter.path)));
    if (field->whole == Whole::kYes) value = std::round(value);
    number = Distribution(Constant{std::clamp(value, field->low, field->high)});
  }
  apply_errors(out, draws);
  apply_oversight(out);
  for (Epoch& epoch : out.epochs) {
    epoch.scenario = std::make_shared<const Scenario>(fix_for_replication(*epoch.scenario, draws));
  }
  for (auto& partner : out.partners) {
    partner =
        std::make_shared<const Scenario>(aligned(fix_for_replication(*partner, draws), out));
  }
  return out;
}

std::uint64_t parameter_entity(std::string_view path) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : path) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211ULL;
  }
  return hash;
}

}  // namespace fieldtwin
