#include "scenarios/registry.hpp"

#include "scenarios/registry_entries.hpp"

namespace fieldtwin {

const std::vector<Parameter>& parameters() {
  static const std::vector<Parameter> all = [] {
    std::vector<Parameter> out;
    entries::add_kind_parameters(out);
    entries::add_field_parameters(out);
    entries::add_people_parameters(out);
    entries::add_system_parameters(out);
    entries::add_outcome_parameters(out);
    entries::add_safeguard_parameters(out);
    entries::add_exposure_parameters(out);
    entries::add_error_parameters(out);
    entries::add_port_parameters(out);
    return out;
  }();
  return all;
}

}  // namespace fieldtwin
