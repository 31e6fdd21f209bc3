#pragma once
/// What an officer does when the system is silent: no sign-in, no network, no answer in time.

#include "agents/encounter/answer.hpp"
#include "agents/encounter/stop.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Whether the scan failed because the system gave no sign. A device that does not work and a face
/// that cannot be photographed are the street's matter.
bool is_silence(ScanOutcome outcome);

/// What the officer does: one draw over the shares, in the order hold, retry, call; the rest let
/// the person go.
Silence when_silent(const WhenSilent& shares, const Draws& draws, EncounterId id);

/// What an agent finds who is called without a reference number: the record of the person, by the
/// photo ID that they show, if the federal records know them; else nothing that speaks for a hold.
SearchResult told_by_person(const Stop& stop);

}  // namespace fieldtwin
