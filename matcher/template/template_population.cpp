#include "matcher/template/template_population.hpp"

#include <cmath>

#include "matcher/template/population_file.hpp"
#include "matcher/template/scale_law.hpp"

namespace fieldtwin {
namespace {

// Blocks of draws: those of a person (kTemplatePerson), of their enrolment photo (the same decision,
// behind them) and of a capture (kTemplateCapture) by what they are for.
constexpr std::uint16_t kFactors = 0, kScales = 16, kEvenRest = 32;
constexpr std::uint16_t kEnrolment = 64;

template <std::size_t n>
void add_factors(Template& sum, const std::array<float, n>& amounts,
                 const std::array<Template, n>& factors) {
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += amounts[k] * factors[k][i];
  }
}

}  // namespace

TemplatePopulation::TemplatePopulation(const PopulationModel& model) : model_(model) {
  const float half = 0.5F * model.quality_slope;
  mean_square_ = std::abs(half) < 1e-3F ? 1.0F : std::sinh(half) / half;
  person_middle_ = ScaleLaw::log_of_middle(model.person_tail);
  capture_middle_ = ScaleLaw::log_of_middle(model.capture_tail);
  for (std::size_t k = 0; k < session_middle_.size(); ++k) {
    session_middle_[k] = ScaleLaw::log_of_middle(model.session_tail[k]);
  }
}

void TemplatePopulation::add_capture(
    Template& sum, const std::array<float, PopulationModel::kSessionFactors>& sd,
    const Template& rest, float scale, const TemplateDraws& draws, std::uint16_t first) const {
  constexpr std::size_t n = PopulationModel::kSessionFactors;
  std::array<float, n> amounts;
  std::array<float, n + 1> logs;  // of the scale of each factor, and of all
  draws.normals(amounts, static_cast<std::uint16_t>(first + kFactors));
  draws.normals(logs, static_cast<std::uint16_t>(first + kScales), ScaleLaw::kCut);
  scale *= std::exp(0.5F * model_.capture_tail * logs[n] + capture_middle_);
  for (std::size_t k = 0; k < n; ++k) {
    amounts[k] *= scale * sd[k] *
                  std::exp(0.5F * model_.session_tail[k] * logs[k] + session_middle_[k]);
  }
  add_factors(sum, amounts, model_.session);
  // A few hundredths of the variance over all components: in a distance only the sum of its squares
  // counts, so any law with the variance will do.
  Template noise;
  draws.even(noise, static_cast<std::uint16_t>(first + kEvenRest));
  for (std::size_t i = 0; i < kTemplateSize; ++i) sum[i] += scale * rest[i] * noise[i];
}

TemplatePopulation TemplatePopulation::shipped() {
  return TemplatePopulation(shipped_population_model());
}

Template TemplatePopulation::person_of(std::uint64_t person, Ethnicity ethnicity, Sex sex,
                                       const Draws& draws) const {
  const std::size_t e = index_of(ethnicity), s = index_of(sex);
  const TemplateDraws own(draws.across_replications(), Decision::kTemplatePerson, person);
  std::array<float, PopulationModel::kPersonFactors> amounts;
  std::array<float, 1> log;
  own.normals(amounts, kFactors);
  own.normals(log, kScales, ScaleLaw::kCut);
  const float spread =
      model_.spread[e][s] * std::exp(0.5F * model_.person_tail * log[0] + person_middle_);
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
  add_capture(sum, model_.enrolment_sd, model_.enrolment_rest, 1.0F, photo, kEnrolment);
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
  add_capture(sum, model_.field_sd, model_.field_rest, scale, capture, 0);
  return sum;
}

}  // namespace fieldtwin
