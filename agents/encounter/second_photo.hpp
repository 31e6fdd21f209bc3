#pragma once
/// The rule of two photos: both must return the same candidate.

#include "agents/encounter/photo.hpp"
#include "matcher/matcher.hpp"

namespace fieldtwin {

/// Probability that a second photo shows the face that the first one showed: the person's always, a
/// bystander's if the app errs again, a picture's if the check misses it again.
double same_face_probability(const Capture& parameters, FaceShown face);

/// Probability that the search for the second photo returns the candidate of the first again, if it
/// shows the same face. `second`: what that search returns, by itself. A person's own entry and
/// those of kin are found or missed anew; a stranger who is like the face in one photo is like it
/// in the next with the probability of the rule.
double found_again(const TwoPhotos& rule, const IdentificationProbabilities& second,
                   Likeness candidate);
/// The same by what the matcher says of both pictures: one that compares faces knows whether it
/// returns the same stranger, whatever the rule says.
double found_again(const Taking& taking, const Probe& first, const Probe& second,
                   Likeness candidate);

/// Both together, by one draw. The photo has a second one.
bool second_photo_agrees(const Scenario& scenario, const Matcher& matcher, const Photo& photo,
                         Likeness candidate, const Draws& draws, std::uint64_t encounter);

}  // namespace fieldtwin
