#pragma once
/// Templates of people who need not be rendered: drawn from a model of those who were.

#include <array>
#include <cstdint>

#include "matcher/template/population_model.hpp"
#include "matcher/template/template_draws.hpp"
#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// A population of any size whose templates are computed, not stored. They are modelled: fitted to
/// the templates of rendered people (matcher/template/fit_population.hpp) and of nobody.
///
/// What a person is, and their enrolment photo, is the same in all replications; a capture is
/// addressed by the replication and the encounter. All are pure functions of their arguments, to
/// the bit. The cost is some microseconds.
class TemplatePopulation {
 public:
  explicit TemplatePopulation(const PopulationModel& model);

  /// The population that is shipped: fitted to rendered people, see PopulationModel::source.
  static TemplatePopulation shipped();

  /// The template of the photo that a person is enrolled with.
  Template enrolled(std::uint64_t person, Ethnicity ethnicity, Sex sex, const Draws& draws) const;

  /// The template of a capture in the field. `quality` is its rank among captures: 0 the worst, 0.5
  /// the middle, 1 the best. An encounter has one capture; a further one needs a number of its own.
  Template probe(std::uint64_t person, Ethnicity ethnicity, Sex sex, std::uint64_t encounter,
                 Probability quality, const Draws& draws) const;

  const PopulationModel& model() const { return model_; }

 private:
  Template person_of(std::uint64_t person, Ethnicity ethnicity, Sex sex, const Draws& draws) const;
  /// Adds what a capture adds, `scale` being that of its conditions.
  void add_capture(Template& sum, const std::array<float, PopulationModel::kSessionFactors>& sd,
                   const Template& rest, float scale, const TemplateDraws& draws,
                   std::uint16_t first) const;

  PopulationModel model_;
  float mean_square_;  //!< of exp(quality_slope (0.5 - q)) over q
  /// Logarithms of the middle scales (ScaleLaw) of a person, a capture, and its factors.
  float person_middle_, capture_middle_;
  std::array<float, PopulationModel::kSessionFactors> session_middle_;
};

}  // namespace fieldtwin
