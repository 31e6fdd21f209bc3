#include "agents/foreign_born.hpp"

#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

using Groups = std::array<double, kEthnicities>;

Groups probabilities(const Groups& odds, double log_k) {
  Groups p{};
  const double k = std::exp(log_k);
  for (std::size_t e = 0; e < kEthnicities; ++e) p[e] = k * odds[e] / (1.0 + k * odds[e]);
  return p;
}

double total(const Groups& ethnicity, const Groups& p) {
  double sum = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) sum += ethnicity[e] * p[e];
  return sum;
}

}  // namespace

Groups foreign_born_by_group(const Groups& ethnicity, const Groups& odds, double foreign_born) {
  if (foreign_born <= 0.0) return {};
  // The total grows with k; exp(+-300) is beyond any odds, and 80 halvings are beyond a double.
  double low = -300.0;
  double high = 300.0;
  for (int i = 0; i < 80; ++i) {
    const double middle = 0.5 * (low + high);
    (total(ethnicity, probabilities(odds, middle)) < foreign_born ? low : high) = middle;
  }
  const Groups p = probabilities(odds, high);
  if (std::abs(total(ethnicity, p) - foreign_born) > 1e-9) {
    throw std::invalid_argument(
        "people.foreign_born_odds: the groups with positive odds are fewer than a state's "
        "foreign-born residents");
  }
  return p;
}

}  // namespace fieldtwin
