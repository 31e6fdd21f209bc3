#include "matcher/score/non_mated_tail.hpp"

#include <cmath>

namespace fieldtwin {
namespace {

/// The q of 1 - (1 - q)^people = p, for any p in (0, 1).
double single_probability(double p, double people) {
  return -std::expm1(std::log1p(-p) / people);
}

}  // namespace

double threshold_for(Probability fpir, double people) {
  return -std::log(single_probability(fpir.value(), people));
}

Probability false_positive_rate(double threshold, double people, double false_match_factor) {
  const double single = false_match_factor * std::exp(-threshold);
  return Probability(single < 1.0 ? -std::expm1(people * std::log1p(-single)) : 1.0);
}

double best_impostor_score(double u, double people, double false_match_factor) {
  return std::log(false_match_factor / single_probability(u, people));
}

double effective_people(Count people, Count images_per_person, Probability image_correlation) {
  return people.value() *
         (1.0 + (images_per_person.value() - 1.0) * (1.0 - image_correlation.value()));
}

}  // namespace fieldtwin
