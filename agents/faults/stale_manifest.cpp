#include "agents/faults/stale_manifest.hpp"

#include <algorithm>

namespace fieldtwin {

Probability missed_by_stale_manifest(const std::vector<Fault>& faults, std::string_view postal,
                                     Seconds time) {
  Probability missed(0.0);
  for (const Fault& fault : faults) {
    const bool here = fault.state.empty() || fault.state == postal;
    if (fault.kind == FaultKind::kStaleManifest && here && fault.is_on(time)) {
      missed = std::max(missed, fault.share);
    }
  }
  return missed;
}

}  // namespace fieldtwin
