#pragma once
/// A person looks at photo and candidate before the officer is told to contact ICE.

#include "agents/encounter/answer.hpp"
#include "agents/encounter/log.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// Whether a reviewer looks at the answer of this encounter, if it is "contact ICE".
bool is_checked(const HumanCheck& parameters, const Draws& draws, EncounterId id);

/// When "contact ICE" is on the officer's screen if the service has found so at `found`. A reviewer
/// is always to be had: the time to wait for one is part of the time of the check.
Seconds contact_shown(const HumanCheck& parameters, Seconds found, const Draws& draws,
                      EncounterId id);

/// Whether an answer waits for a reviewer to look: "no action" never does.
bool waits_for_check(const HumanCheck& parameters, const SearchResult& found, const Draws& draws,
                     EncounterId id);

/// Probability that a reviewer who looks lets "contact ICE" pass: takes the candidate for the
/// person in the photo, or there is no candidate to look at.
double pass_probability(const HumanCheck& parameters, Likeness candidate);

/// The answer after the reviewer's word, if one looks: "no action" for a candidate who is taken for
/// another. Takes no time.
SearchResult checked(const HumanCheck& parameters, SearchResult found, const Draws& draws,
                     EncounterId id);

/// The check, in simulated time, of an answer that waits for one.
Task<SearchResult> human_check(System& system, const Stop& stop, SearchResult found,
                               EncounterLog& log);

}  // namespace fieldtwin
