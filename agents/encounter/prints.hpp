#pragma once
/// Fingerprints: what a search of them returns, and what is made of face and prints together.

#include "agents/encounter/answer.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

enum class PrintsTaken : std::uint8_t { kNo, kYes };

/// Whether the person's prints are on file.
bool prints_on_file(const Fingerprints& parameters, const Person& person, const Draws& draws);

/// Whom a search of the person's prints returns. They are the person's own, whoever's face is in
/// the photo; whether they are on file belongs to the person, the same at every encounter. Prints
/// that are on file are found unless they are missed, and else another's may be returned.
PrintsFound prints_found(const Fingerprints& parameters, const Person& person, const Draws& draws,
                         EncounterId id);

/// The probabilities of whom that search returns, for a person whose prints are on file or not; the
/// rest of 1: nobody.
struct PrintsProbabilities {
  double own = 0.0;
  double other = 0.0;
};
PrintsProbabilities prints_probabilities(const Fingerprints& parameters, const Person& person,
                                         const Draws& draws);

/// What the service returns for the prints alone.
SearchResult prints_result(const Scenario& scenario, PrintsFound found, const Person& person,
                           const Draws& draws, EncounterId id);

/// What it returns for both, by the fusion rule. Either: what the prints say, and what the face says
/// where they say nothing. Both: the person's own record if both return it; two searches do not
/// return the same stranger by chance, so nothing else counts. `face`: none where there is no photo.
SearchResult fused(const Scenario& scenario, const std::optional<SearchResult>& face,
                   PrintsFound prints, const Person& person, const Draws& draws, EncounterId id);

}  // namespace fieldtwin
