#include "agents/encounter/audit.hpp"

#include "agents/chance.hpp"

namespace fieldtwin {

void note_audit(const Audit& parameters, const Draws& draws, std::uint64_t encounter,
                SafeguardRecord& record) {
  if (parameters.share.mean().value() <= 0.0) return;
  record.audited = chance(draws, parameters.share, Decision::kAudited, encounter);
  if (!record.audited) return;
  record.auditing = value_of(draws, parameters.time, Decision::kAuditTime, encounter);
}

}  // namespace fieldtwin
