#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_kind_parameters(std::vector<Parameter>& out) {
  out.push_back(choice(
      "system", {kSystemNames.begin(), kSystemNames.end()}, "mobile_fortify", FIELDTWIN_AT(system),
      "Whose officers are in the field, and with what: mobile_identify (local officers under the "
      "Task Force Model), mobile_fortify (ICE and CBP officers), tvs (CBP at ports) or jail (287(g) "
      "officers at booking desks)."));
}

}  // namespace fieldtwin::entries
