#pragma once
/// Fits the population of templates to those of rendered people.

#include <string>
#include <vector>

#include "matcher/template/population_model.hpp"

namespace fieldtwin {

/// A capture of a person in the field.
struct FieldTemplate {
  Template values;
  double quality;  //!< as the extractor judged it; its rank among all captures counts
};

/// A rendered person: a photo to be enrolled with and two captures or more.
struct RenderedPerson {
  Ethnicity ethnicity;
  Sex sex;
  Template enrolment;
  std::vector<FieldTemplate> captures;
};

/// By moments, in this order:
///
///  - what captures of a person differ in from their mean gives the drift with quality, the
///    covariance of captures, its principal directions, and how its size falls with quality;
///  - the means of persons, less what captures add to them, give the covariance of persons within
///    a group and sex, pooled, and the spread of each group and sex in proportion to it;
///  - what enrolment photos differ in from the person's mean gives their variances along the
///    captures' directions;
///  - tails from fourth moments: for z normal, E (s z)^4 / (E (s z)^2)^2 is 3 times the fourth
///    moment of the scale (scale_law.hpp). A direction's own kurtosis tells its tail, squares of two
///    directions that rise together that of the capture; Mahalanobis distances that vary more than
///    a chi-square that of the person;
///  - a factor on the captures' tails, so that the logarithms of mated distances vary as much as the
///    rendered ones.
///
/// A direction is told from another by its variance: of two that vary equally much the tails come
/// out mixed.
///
/// Throws std::invalid_argument if a group and sex has fewer than kFewestFittedPeople, or somebody fewer
/// than two captures: there is nothing to fit.
PopulationModel fit_population(const std::vector<RenderedPerson>& people, std::string source);

inline constexpr std::size_t kFewestFittedPeople = 8;  //!< of each group and sex

}  // namespace fieldtwin
