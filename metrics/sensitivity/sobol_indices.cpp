#include "metrics/sensitivity/sobol_indices.hpp"

#include <numeric>

namespace fieldtwin {

Responses independent_rows(const Responses& responses, std::size_t factors) {
  Responses rows;
  for (std::size_t row = 0; row < responses.size(); row += factors + 2) {
    rows.push_back(responses[row]);
    rows.push_back(responses[row + 1]);
  }
  return rows;
}

std::optional<std::vector<SobolIndex>> sobol_indices(const Responses& responses,
                                                     std::size_t factors, double confidence) {
  const std::size_t blocks = responses.size() / (factors + 2);
  if (blocks < 2) return std::nullopt;
  const std::vector<double> mean = mean_over_points(independent_rows(responses, factors));
  const double rows = 2.0 * static_cast<double>(blocks);

  std::vector<double> variance;                                     // by block
  std::vector<std::vector<double>> first(factors), total(factors);  // by factor, by block
  for (std::size_t block = 0; block < blocks; ++block) {
    const auto* const at = &responses[block * (factors + 2)];
    const std::vector<double> a = minus(at[0], mean), b = minus(at[1], mean);
    variance.push_back((product_of_means(a, a) + product_of_means(b, b)) / 2.0 * rows /
                       (rows - 1.0));
    for (std::size_t j = 0; j < factors; ++j) {
      const std::vector<double> change = minus(at[2 + j], at[0]);
      first[j].push_back(product_of_means(b, change));
      total[j].push_back(product_of_means(change, change) / 2.0);
    }
  }
  if (std::accumulate(variance.begin(), variance.end(), 0.0) <= 0.0) return std::nullopt;

  std::vector<SobolIndex> indices;
  for (std::size_t j = 0; j < factors; ++j) {
    indices.push_back({*ratio_estimate(first[j], variance, confidence),
                       *ratio_estimate(total[j], variance, confidence)});
  }
  return indices;
}

}  // namespace fieldtwin
