#pragma once
/// Which causes, had they been perfect, would have prevented the harm of a case.

#include <string>
#include <string_view>
#include <vector>

#include "metrics/attribution/harm_games.hpp"

namespace fieldtwin {

/// Of one harm of a case.
struct Prevention {
  std::string_view harm;  //!< "the wrongful hold"
  /// The smallest sets of causes that had to be perfect, by size: a set of one is a single cause
  /// without which it would not have happened. Empty if no cause could have prevented it.
  std::vector<std::vector<Cause>> sets;
};

/// Of the wrongful hold and of the prolonged stop, as far as there were any: from the case's harm
/// under all sets of causes, in the circumstances that it met.
std::vector<Prevention> preventions_of(const HarmGames& games);

/// A sentence: "The wrongful hold would not have happened without any one of: ...".
std::string prevention_words(const Prevention& prevention);

}  // namespace fieldtwin
