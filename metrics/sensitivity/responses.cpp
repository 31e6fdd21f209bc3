#include "metrics/sensitivity/responses.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace fieldtwin {

double product_of_means(std::span<const double> a, std::span<const double> b) {
  const double n = static_cast<double>(a.size());
  const double all = mean_of(a) * mean_of(b);
  if (a.size() < 2) return all;
  const double same = std::inner_product(a.begin(), a.end(), b.begin(), 0.0) / n;
  return (n * all - same) / (n - 1.0);
}

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> minus(std::span<const double> a, std::span<const double> b) {
  std::vector<double> result(a.size());
  std::ranges::transform(a, b, result.begin(), std::minus<>());
  return result;
}

std::vector<double> mean_over_points(const Responses& responses) {
  std::vector<double> mean(responses.front().size(), 0.0);
  for (const auto& point : responses) {
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += point[i];
  }
  for (double& value : mean) value /= static_cast<double>(responses.size());
  return mean;
}

}  // namespace fieldtwin
