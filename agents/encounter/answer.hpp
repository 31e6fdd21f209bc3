#pragma once
/// From the photo to the app's answer: the search, the record, and what the app makes of it.

#include "agents/belief.hpp"
#include "agents/encounter/photo.hpp"
#include "agents/encounter/stop.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// What the service found: the answer that the officer sees, and what lies behind it, which only
/// the agent at the ICE desk looks up by the reference number.
struct SearchResult {
  AppBelief shown;
  MatchTruth match;  //!< whose record it is to the person stopped: truth, for the journal
  std::optional<Record> record;  //!< the record of the candidate, if the gallery returned one
  FaceShown face = FaceShown::kPerson;     //!< whose face the photo shows: truth
  Likeness candidate = Likeness::kNobody;  //!< who the candidate is to that face: truth
  bool photos_disagree = false;  //!< a second photo did not return the candidate: no action
};

/// Searches the gallery for the one in the photo. A pure function.
Identification identify(const Matcher& matcher, const Photo& photo, const Draws& draws,
                        EncounterId id);

/// Who the candidate is to the one in the photo.
Likeness likeness_of(const Identification& found, Kin kin);

/// Whose record it is to the person stopped: their own only if the face is.
MatchTruth match_truth_of(FaceShown face, Likeness candidate);

/// The record behind the candidate. A stranger's shows no status as often as the gallery's records
/// do; kin have the standing of the person in the photo, and records that are wrong as often.
std::optional<Record> record_found(const Records& parameters, const Subject& subject,
                                   Likeness candidate, const Draws& draws, EncounterId id);
/// Probability that it shows no lawful status.
double shows_removable_probability(const Records& parameters, const Subject& subject,
                                   Likeness candidate);

/// What the app says: the record decides, and where there is none the policy for no match.
AppAnswer answer_for(const std::optional<Record>& record, NoMatchAnswer no_match);

/// All of these in a row: what the service returns for a photo, or for two of them. `found`: what the
/// search for the first returns.
SearchResult search_result(const Scenario& scenario, const Matcher& matcher,
                           const Identification& found, const Photo& photo, const Draws& draws,
                           EncounterId id);

}  // namespace fieldtwin
