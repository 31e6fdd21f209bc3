#include "agents/port/port_matcher.hpp"

#include <algorithm>
#include <cmath>

#include "matcher/score/non_mated_tail.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {

ProbeMix port_probe_mix(const Scenario& scenario, const Population& population,
                        std::uint16_t state) {
  ProbeMix mix{};
  const double female = scenario.tables.states[state].female;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    const double share = population.ethnicity_share(state, static_cast<Ethnicity>(e)).value();
    mix.weight[e][index_of(Sex::kMale)] = share * (1.0 - female);
    mix.weight[e][index_of(Sex::kFemale)] = share * female;
  }
  return mix;
}

Probability port_fpir(const PortMatcher& parameters, double people) {
  const Probability fpir = resolved(parameters.fpir);
  const double set_for = resolved(parameters.set_for).value();
  if (set_for <= 0.0) return fpir;
  const double threshold = threshold_for(fpir, set_for);
  constexpr Probability kNearlyAlways(1.0 - 1e-12);
  return std::min(kNearlyAlways, false_positive_rate(threshold, people, 1.0));
}

ScoreMatcher port_matcher(const Scenario& scenario, const ProbeMix& mix, double people) {
  constexpr double kFewest = 100.0;
  const double searched = std::max(kFewest, people);
  MatcherParameters parameters = scenario.matcher;
  parameters.anchor = scenario.port.matcher.anchor;
  parameters.threshold = ThresholdPolicy::kFixedFpir;
  parameters.fpir = port_fpir(scenario.port.matcher, searched);
  const Gallery gallery{Count(searched), Count(1.0), Probability(1.0)};
  return ScoreMatcher(find_anchor(scenario.tables.anchors, parameters.anchor), parameters, gallery,
                      mix);
}

Probability aged_quality(Probability q, double years, const PortMatcher& parameters,
                         const Varying<Count>& quality_factor) {
  const double factor = quality_factor.mean().value();
  if (factor <= 1.0) return q;
  const double more_misses = years / 10.0 * std::log(parameters.ageing.mean().value());
  const double shifted = q.value() - more_misses / (2.0 * std::log(factor));
  return Probability(std::clamp(shifted, 0.0, 1.0));
}

}  // namespace fieldtwin
