#include "matcher/template/template_population.hpp"

#include <cmath>

#include "matcher/template/population_file.hpp"
#include "matcher/template/template_draws.hpp"

namespace fieldtwin {
namespace {

// Blocks of draws: those of a person (kTemplatePerson), of their enrolment photo (the same decision,
// behind them) and of a capture (kTemplateCapture) by what they are for.
constexpr std::uint16_t kFactors = 0, kScales = 16, kEvenRest = 32;
constexpr std::uint16_t kEnrolment = 64;

/// The scale whose square is lognormal with mean 1.
float scale_of(float z, float tail) {
  return std::exp(0.5F * tail * z - 0.25F * tail * tail);
}

template <std::size_t n>
void add_factors(Template& sum, const std::array<float, n>& amounts,
                 const std::array<Template, n>& factors) {
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += amounts[k] * factors[k][i];
  }
}

/// Adds what a capture adds, `scale` being that of its conditions.
void add_capture(Template& sum, const PopulationModel& model,
                 const std::array<float, PopulationModel::kSessionFactors>& sd,
                 const Template& rest, float scale, const TemplateDraws& draws,
                 std::uint16_t first) {
  constexpr std::size_t n = PopulationModel::kSessionFactors;
  std::array<float, n> amounts;
  std::array<float, n + 1> scales;  // of each factor, and of all
  draws.normals(amounts, static_cast<std::uint16_t>(first + kFactors));
  draws.normals(scales, static_cast<std::uint16_t>(first + kScales));
  scale *= scale_of(scales[n], model.capture_tail);
  for (std::size_t k = 0; k < n; ++k) {
    amounts[k] *= scale * sd[k] * scale_of(scales[k], model.session_tail[k]);
  }
  add_factors(sum, amounts, model.session);
  // A few hundredths of the variance over all components: in a distance only the sum of its squares
  // counts, so any law with the variance will do.
  Template noise;
  draws.even(noise, static_cast<std::uint16_t>(first + kEvenRest));
  for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += scale * rest[i] * noise[i];
}

}  // namespace

TemplatePopulation::TemplatePopulation(const PopulationModel& model) : model_(model) {
  const float half = 0.5F * model.quality_slope;
  mean_square_ = std::abs(half) < 1e-3F ? 1.0F : std::sinh(half) / half;
}

TemplatePopulation TemplatePopulation::shipped() {
  return TemplatePopulation(shipped_population_model());
}

Template TemplatePopulation::person_of(std::uint64_t person, Ethnicity ethnicity, Sex sex,
                                       const Draws& draws) const {
  const std::size_t e = index_of(ethnicity), s = index_of(sex);
  const TemplateDraws own(draws.across_replications(), Decision::kTemplatePerson, person);
  std::array<float, PopulationModel::kPersonFactors> amounts;
  std::array<float, 1> scale;
  own.normals(amounts, kFactors);
  own.normals(scale, kScales);
  const float spread = model_.spread[e][s] * scale_of(scale[0], model_.person_tail);
  for (float& amount : amounts) amount *= spread;
  Template sum = model_.mean[e][s];
  add_factors(sum, amounts, model_.person);
  return sum;
}

Template TemplatePopulation::enrolled(std::uint64_t person, Ethnicity ethnicity, Sex sex,
                                      const Draws& draws) const {
  Template sum = person_of(person, ethnicity, sex, draws);
  for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += model_.enrolment_offset[i];
  const TemplateDraws photo(draws.across_replications(), Decision::kTemplatePerson, person);
  add_capture(sum, model_, model_.enrolment_sd, model_.enrolment_rest, 1.0F, photo, kEnrolment);
  return sum;
}

Template TemplatePopulation::probe(std::uint64_t person, Ethnicity ethnicity, Sex sex,
                                   std::uint64_t encounter, Probability quality,
                                   const Draws& draws) const {
  Template sum = person_of(person, ethnicity, sex, draws);
  const auto above = static_cast<float>(quality.value() - 0.5);
  for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += above * model_.quality_drift[i];
  const float scale = std::sqrt(std::exp(-model_.quality_slope * above) / mean_square_);
  const TemplateDraws capture(draws, Decision::kTemplateCapture, encounter);
  add_capture(sum, model_, model_.field_sd, model_.field_rest, scale, capture, 0);
  return sum;
}

}  // namespace fieldtwin
