#pragma once
/// What a federal officer, who sees a name and a record, makes of papers that speak against it.

#include <cstdint>

#include "agents/encounter/action.hpp"
#include "agents/encounter/answer.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

enum class Weighed : std::uint8_t {
  kNothingAgainst,  //!< nothing the person showed speaks against the match
  kPapersCount,     //!< something does, and the officer goes by the usual policy for papers
  kSetAside,        //!< something does, and the match is definitive
  kNameDiffers,     //!< the officer sees that the name is another, and does not act on the match
};

/// Proof of status speaks against a record that shows none, and so does the name on a photo ID
/// against a stranger's record: a twin or a relative is taken to have the same name.
Weighed weigh(const FortifyPolicy& policy, const SearchResult& result, const Stop& stop,
              const Draws& draws);

/// What an officer does about a match that speaks for a hold, by the same rules: first weighed, then
/// acted on by the policy, if not let go at once.
ActionProbabilities weighed_action(const FortifyPolicy& policy, const Policy& usual,
                                   const SearchResult& result, const Stop& stop);

}  // namespace fieldtwin
