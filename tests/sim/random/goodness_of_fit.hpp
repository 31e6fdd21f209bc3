#pragma once
/// Whether a sample agrees with a law.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fieldtwin {

/// The Kolmogorov-Smirnov statistic sqrt(n) D of a sample against a continuous CDF. For a true law
/// and large n, P(statistic > x) is about 2 exp(-2 x^2).
template <class Cdf>
double kolmogorov_statistic(std::vector<double> sample, const Cdf& cdf) {
  std::sort(sample.begin(), sample.end());
  const double n = static_cast<double>(sample.size());
  double distance = 0.0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double share = cdf(sample[i]);
    const double before = static_cast<double>(i) / n;
    const double after = static_cast<double>(i + 1) / n;
    distance = std::max({distance, share - before, after - share});
  }
  return std::sqrt(n) * distance;
}

/// What the statistic exceeds with the probability of |z| > 4, 6e-5.
inline constexpr double kKolmogorovBound = 2.27;

/// Pearson's statistic of counts against expected counts, as a z value (Wilson & Hilferty 1931).
inline double chi_square_z(const std::vector<double>& counts, const std::vector<double>& expected) {
  double statistic = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double difference = counts[i] - expected[i];
    statistic += difference * difference / expected[i];
  }
  const double freedom = static_cast<double>(counts.size() - 1);
  const double spread = 2.0 / (9.0 * freedom);
  return (std::cbrt(statistic / freedom) - (1.0 - spread)) / std::sqrt(spread);
}

}  // namespace fieldtwin
