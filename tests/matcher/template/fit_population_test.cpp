#include "matcher/template/fit_population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "matcher/template/symmetric_matrix.hpp"
#include "matcher/template/template_population.hpp"

namespace fieldtwin {
namespace {

TEST(PrincipalDirections, AreThoseThatTheMatrixIsMadeOf) {
  Deviation a{}, b{};
  a[0] = 0.6, a[5] = 0.8;
  b[0] = -0.8, b[5] = 0.6;
  SymmetricMatrix matrix;
  matrix.add_square(a, 2.0);
  matrix.add_square(b, 3.0);
  const auto all = principal_directions(matrix);
  EXPECT_NEAR(all[0].variance, 3.0, 1e-12);
  EXPECT_NEAR(all[1].variance, 2.0, 1e-12);
  EXPECT_NEAR(std::abs(dot(all[0].direction, b)), 1.0, 1e-12);
  EXPECT_NEAR(std::abs(dot(all[1].direction, a)), 1.0, 1e-12);
  EXPECT_NEAR(all[2].variance, 0.0, 1e-12);
}

/// A model with two directions of people and one of captures.
PopulationModel known_model() {
  PopulationModel model;
  for (auto& group : model.mean) {
    for (auto& mean : group) mean[0] = 0.1F;
  }
  model.mean[1][0][1] = 0.3F;
  for (auto& group : model.spread) group = {1.0F, 1.0F};
  model.person[0][2] = 0.2F;
  model.person[1][3] = 0.1F;
  model.session[0][4] = 1.0F;
  model.field_sd[0] = 0.05F;
  model.enrolment_sd[0] = 0.03F;
  model.enrolment_offset[5] = 0.04F;
  model.quality_drift[6] = 0.2F;
  model.field_rest.fill(0.004F);
  model.enrolment_rest.fill(0.002F);
  return model;
}

std::vector<RenderedPerson> people_of(const PopulationModel& model, std::size_t count) {
  const TemplatePopulation population(model);
  const Draws draws(5, 0);
  std::vector<RenderedPerson> people;
  for (std::uint64_t p = 0; p < count; ++p) {
    const auto group = static_cast<Ethnicity>(p % kEthnicities);
    const auto sex = static_cast<Sex>(p / kEthnicities % 2);
    RenderedPerson person{group, sex, population.enrolled(p, group, sex, draws), {}};
    for (std::uint64_t c = 0; c < 3; ++c) {
      const double quality = draws.uniform(Decision::kTest, 3 * p + c);
      person.captures.push_back(
          {population.probe(p, group, sex, 3 * p + c, Probability(quality), draws), quality});
    }
    people.push_back(person);
  }
  return people;
}

float length(const Template& t) {
  return std::sqrt(std::inner_product(t.begin(), t.end(), t.begin(), 0.0F));
}

TEST(FitPopulation, FindsTheModelThatTemplatesWereDrawnFrom) {
  const PopulationModel known = known_model();
  const PopulationModel found = fit_population(people_of(known, 2800), "test");
  EXPECT_NEAR(found.mean[1][0][1], 0.3F, 0.01F);
  EXPECT_NEAR(found.quality_drift[6], 0.2F, 0.01F);
  EXPECT_NEAR(found.enrolment_offset[5], 0.04F, 0.003F);
  EXPECT_NEAR(length(found.person[0]), 0.2F, 0.01F);
  EXPECT_NEAR(std::abs(found.person[0][2]), 0.2F, 0.01F);
  EXPECT_NEAR(length(found.person[1]), 0.1F, 0.005F);
  EXPECT_NEAR(found.field_sd[0], 0.05F, 0.002F);
  EXPECT_NEAR(found.enrolment_sd[0], 0.03F, 0.003F);
  EXPECT_NEAR(std::abs(found.session[0][4]), 1.0F, 0.01F);
  EXPECT_NEAR(found.spread[3][1], 1.0F, 0.1F);
  EXPECT_NEAR(found.quality_slope, 0.0F, 0.1F);
  EXPECT_LT(found.session_tail[0], 0.25F);  // E z^4 of 8400 captures is known to 0.05
}

TEST(FitPopulation, FindsTailsAndThatPoorCapturesLieFarther) {
  PopulationModel known = known_model();
  for (std::size_t k = 0; k < 20; ++k) {
    known.person[k] = {};
    known.person[k][k] = 0.1F;
    known.session[k] = {};
    known.session[k][k + 30] = 1.0F;
    known.field_sd[k] = 0.05F - 0.001F * static_cast<float>(k);
  }
  known.person_tail = 0.5F;
  known.capture_tail = 0.4F;
  known.field_sd[0] = 0.08F;  // apart from the others': of directions that vary alike tails are mixed
  known.session_tail[0] = 0.8F;
  known.quality_slope = 1.0F;
  const PopulationModel found = fit_population(people_of(known, 2800), "test");
  // Of six such sets the standard deviations are 0.01, 0.01, 0.06 and 0.02.
  EXPECT_NEAR(found.person_tail, 0.5F, 0.05F);
  EXPECT_NEAR(found.capture_tail, 0.4F, 0.05F);
  EXPECT_NEAR(found.session_tail[0], 0.8F, 0.2F);
  EXPECT_NEAR(found.quality_slope, 1.0F, 0.1F);
}

TEST(FitPopulation, RefusesWhatIsTooFew) {
  const auto enough = people_of(known_model(), 14 * kFewestFittedPeople);
  EXPECT_NO_THROW(fit_population(enough, "test"));
  auto few = enough;
  few.pop_back();
  EXPECT_THROW(fit_population(few, "test"), std::invalid_argument);
  auto single = enough;
  single[4].captures.pop_back();
  single[4].captures.pop_back();
  EXPECT_THROW(fit_population(single, "test"), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin
