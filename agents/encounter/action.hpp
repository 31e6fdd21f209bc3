#pragma once
/// What the officer does when the app says "contact ICE".

#include <cstdint>

#include "agents/belief.hpp"
#include "agents/encounter/stop.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

enum class OfficerAction : std::uint8_t { kRelease, kHonourDocuments, kHold, kCall };

/// Sums to 1.
struct ActionProbabilities {
  double release;
  double honour_documents;
  double hold;
  double call;
};

/// What an officer who knows this does. Proof of status may outrank the answer; some officers take
/// the answer itself for an order to detain, and some let go.
ActionProbabilities action_probabilities(const Policy& policy, const OfficerBelief& belief);

/// One of these actions, by a draw for each: honour papers if there are any, else hold, else let
/// go, else call.
OfficerAction decide_action(const Policy& policy, const OfficerBelief& belief, const Draws& draws,
                            EncounterId id);

/// Whether an officer whom ICE did not answer holds the person.
bool holds_unanswered(const Policy& policy, const Draws& draws, EncounterId id);

/// Whether an officer who waits for ICE lets the person go when the stop's limit comes.
bool lets_go_at_limit(const Policy& policy, const Draws& draws, EncounterId id);

}  // namespace fieldtwin
