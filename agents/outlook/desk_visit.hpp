#pragma once
/// What calling ICE about an encounter meets, whether the officer called or not.

#include <optional>

#include "agents/encounter/stop.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"
#include "sim/turns.hpp"

namespace fieldtwin {

/// The end of an officer's calls to the ICE desk, with nothing to cut them short.
struct DeskVisit {
  std::optional<Seconds> reached;  //!< when an agent takes a call; none: the officer gives up
  Seconds gave_up{0.0};            //!< when, in that case
};

/// The visit of an officer who first calls at `began`, with the patience and retries that the
/// encounter draws: read off the memory of the desk's queue, so that it is what a call made then
/// meets or would have met. Nothing if that is not known yet at `now`.
std::optional<DeskVisit> desk_visit(const IceDeskParameters& parameters, const Turns& turns,
                                    const Draws& draws, EncounterId id, Seconds began, Seconds now);

/// The visit at a desk with an agent for every call.
inline DeskVisit answered_at_once(Seconds began) {
  return {began};
}

/// Whose turn it is at the desk when an officer calls about a scan.
Priority priority_of_officers(const IceDeskParameters& parameters);

/// How long an agent takes for a call about a scan, without and with a claim of citizenship to look
/// into.
Seconds usual_handle_time(const IceDeskParameters& parameters, const Draws& draws, EncounterId id);
Seconds claim_time(const IceDeskParameters& parameters, const Draws& draws, EncounterId id);

/// Probability that the call is about a claim of citizenship that needs research; and whether it
/// is.
double claim_probability(const IceDeskParameters& parameters, Standing standing);
bool claims(const IceDeskParameters& parameters, Standing standing, const Draws& draws,
            EncounterId id);

}  // namespace fieldtwin
