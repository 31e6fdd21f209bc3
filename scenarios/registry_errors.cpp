#include "scenarios/mechanisms.hpp"
#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_error_parameters(std::vector<Parameter>& out) {
  for (const MechanismEntry& entry : mechanisms()) {
    const std::size_t i = index_of(entry.mechanism);
    out.push_back(choice(
        "errors." + std::string(kMechanismNames[i]),
        {kErrorSettingNames.begin(), kErrorSettingNames.end()},
        "off", [i](auto& s) -> auto& { return s.errors.setting[i]; },
        std::string(entry.meaning) +
            " off: never; mode: as the parameters say; range: the parameters are drawn from the "
            "ranges of their assumptions, once a replication."));
  }
}

}  // namespace fieldtwin::entries
