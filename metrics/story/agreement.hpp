#pragma once
/// Whether a case that was simulated again is the case that was recorded.

#include <cstddef>
#include <optional>
#include <string>

#include "metrics/store/result_store.hpp"
#include "metrics/story/case_id.hpp"

namespace fieldtwin {

/// What was compared, and the first difference.
struct Agreement {
  std::optional<std::size_t> steps;       //!< compared one by one; nothing if the case was not kept
  std::optional<std::string> difference;  //!< nothing if they agree
};

/// Compares the fingerprint of the replication, and the encounter with the kept one: every step's
/// time, kind and value, bit by bit, and what came of it. An encounter that should have been kept
/// and was not is a difference. Throws StoreError.
Agreement compare_with_recorded(ResultStore& store, const CaseId& id, const EncounterRecord& again,
                                const Fingerprint& fingerprint);

/// "agrees with the recorded run: 17 steps, and the fingerprint of replication 3"
std::string agreement_words(const Agreement& agreement, const CaseId& id);

}  // namespace fieldtwin
