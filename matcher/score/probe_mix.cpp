#include "matcher/score/probe_mix.hpp"

#include <stdexcept>

namespace fieldtwin {

ByGroup false_match_factors(Count female_factor,
                            const std::array<Count, kEthnicities>& ethnicity_factor,
                            const ProbeMix& mix) {
  ByGroup factors{};
  double total = 0.0;
  double weighted = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    factors[e][index_of(Sex::kMale)] = ethnicity_factor[e].value();
    factors[e][index_of(Sex::kFemale)] = ethnicity_factor[e].value() * female_factor.value();
    for (std::size_t s = 0; s < factors[e].size(); ++s) {
      total += mix.weight[e][s];
      weighted += mix.weight[e][s] * factors[e][s];
    }
  }
  if (!(total > 0.0)) throw std::invalid_argument("the mix of people searched for is empty");
  const double scale = total / weighted;
  for (auto& group : factors) {
    for (double& factor : group) factor *= scale;
  }
  return factors;
}

}  // namespace fieldtwin
