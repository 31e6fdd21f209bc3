#pragma once
/// The service's matcher with a gallery made from manifests.

#include "agents/population.hpp"
#include "matcher/score/score_matcher.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Searched for at a port: groups as they live in its state.
ProbeMix port_probe_mix(const Scenario& scenario, const Population& population,
                        std::uint16_t state);

/// The rate of false positives at a gallery of so many people: `port.matcher.fpir`, at each size or
/// at the size for which the threshold was set. In the latter case it follows from the threshold
/// (matcher/score/non_mated_tail).
Probability port_fpir(const PortMatcher& parameters, double people);

/// The scenario's matcher with the port's anchor and threshold, searching so many people. Galleries
/// below 100 count as 100, where the law of the best impostor is exact enough.
ScoreMatcher port_matcher(const Scenario& scenario, const ProbeMix& mix, double people);

/// The quality that stands for a photo of quality `q` compared with one that is `years` old: misses
/// are multiplied by quality_factor^(1 - 2 q), and by ageing^(years / 10). As far as qualities go:
/// no more than the worst.
Probability aged_quality(Probability q, double years, const PortMatcher& parameters,
                         const Varying<Count>& quality_factor);

}  // namespace fieldtwin
