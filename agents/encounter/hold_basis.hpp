#pragma once
/// What a hold rests on, and whether it is a mistake that custody could find.

#include "agents/encounter/review.hpp"

namespace fieldtwin {

/// How a hold came about.
struct HoldBasis {
  HoldOrigin origin;
  HoldDecision decision;
};

/// What it rested on. `file`: the one that the agent had called up, if an agent decided.
HoldOrigin origin_of(const SearchResult& result, Standing truth, File file);

/// A hold without a lawful ground: the person has a standing that rules it out, or was taken for
/// somebody else.
bool is_mistaken(HoldOrigin origin, Standing truth);

/// Whether fingerprints can show the mistake: they tell people apart, also one whose booking was
/// filed under another.
bool fingerprints_can_tell(HoldOrigin origin, RecordFault fault, Standing truth);

}  // namespace fieldtwin
