#pragma once
/// How supervision and training change what officers do.

#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// The share of an officer's errors that is left: each safeguard prevents its share of them, and what
/// one leaves the next one sees. An audit prevents in proportion to the share of scans that it
/// reviews, training in proportion to the officers who have it.
Probability errors_left(const Safeguards& safeguards);

/// Carries that out in the scenario of one replication: the officers' four departures from the rules
/// (policy.documents_honoured, holds_without_call, holds_unanswered and releases_at_limit) are so
/// much rarer. The effects are nil afterwards, so that doing it twice changes nothing.
void apply_oversight(Scenario& scenario);

}  // namespace fieldtwin
