#pragma once
/// How high the best of many impostors scores.

#include "sim/quantities.hpp"

namespace fieldtwin {

/// Scores are in nats: one comparison of two different people exceeds x with probability
///
///     P(score > x) = min(1, m exp(-x)),
///
/// m being the false-match factor of the probe's group (1 on average), and comparisons are
/// independent. The best of a gallery of N then exceeds x with probability 1 - (1 - m exp(-x))^N,
/// the independent-scores special case of an extreme-value tail. N need not be whole.
/// All functions keep their relative accuracy from FPIR 1e-12 to 1 - 1e-12 and for N up to 1e12.

/// The score that one comparison must reach so that a search of `people` entries returns somebody
/// with probability `fpir`, for a probe with factor 1: the solution x of fpir = 1-(1-exp(-x))^N.
/// `fpir` in (0, 1), `people` at least 1.
double threshold_for(Probability fpir, double people);

/// The probability that the best of `people` impostors exceeds the score `threshold`.
Probability false_positive_rate(double threshold, double people, double false_match_factor);

/// The score that the best of `people` impostors exceeds with probability `u`, in (0, 1): the
/// sampler, by inversion of the survival function, of one uniform number.
double best_impostor_score(double u, double people, double false_match_factor);

/// The number of independent people that a gallery amounts to when each person has several images
/// whose errors correlate: correlation 1 makes them one, 0 as many as there are images.
double effective_people(Count people, Count images_per_person, Probability image_correlation);

}  // namespace fieldtwin
