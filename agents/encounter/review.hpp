#pragma once
/// What the agent at the ICE desk makes of a search.

#include "agents/belief.hpp"
#include "agents/encounter/answer.hpp"

namespace fieldtwin {

enum class Verdict { kRelease, kHold, kUnanswered };

/// Which search the agent has called up by the reference number.
enum class File : std::uint8_t { kRight, kAnothers };

struct Review {
  File file;
  IceBelief belief;
};

/// The agent compares the photo with the candidate, and looks for the person's true standing where
/// the record is the person's own or there is none. Another person's record is right about that
/// person: nothing in it tells of the mistake. A face taken for the person's cannot be seen from
/// photo and candidate, which agree. With another search on the screen they agree too, and its
/// record shows no status as often as the gallery's records do.
Review review(const IceDeskParameters& parameters, const Records& records,
              const SearchResult& result, Standing truth, const Draws& draws, EncounterId id);

Verdict verdict_of(const IceBelief& belief);

/// Probabilities of a verdict to hold: on the right file, and on another's. The rest is release.
struct ReviewProbabilities {
  double hold_right_file;
  double hold_anothers_file;
};
ReviewProbabilities review_probabilities(const IceDeskParameters& parameters,
                                         const Records& records, const SearchResult& result,
                                         Standing truth);

}  // namespace fieldtwin
