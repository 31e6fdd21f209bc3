#include "metrics/statistics/jackknife.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace fieldtwin {
namespace {

constexpr std::size_t kMostBlocks = 20;

}  // namespace

std::optional<std::vector<Interval>> jackknife_intervals(const std::vector<double>& all,
                                                         std::size_t replications,
                                                         const WithoutBlock& without,
                                                         double confidence) {
  if (replications < 2) return std::nullopt;
  const std::size_t blocks = std::min(replications, kMostBlocks);
  std::vector<std::vector<double>> partial;
  for (std::size_t j = 0; j < blocks; ++j) {
    auto numbers = without(j * replications / blocks, (j + 1) * replications / blocks);
    if (!numbers) return std::nullopt;
    partial.push_back(std::move(*numbers));
  }
  const double b = static_cast<double>(blocks);
  const double t = boost::math::quantile(boost::math::students_t(b - 1.0), 0.5 + confidence / 2.0);
  std::vector<Interval> intervals;
  for (std::size_t i = 0; i < all.size(); ++i) {
    double mean = 0.0;
    for (const auto& numbers : partial) mean += numbers[i] / b;
    double squares = 0.0;
    for (const auto& numbers : partial) squares += (numbers[i] - mean) * (numbers[i] - mean);
    const double half = t * std::sqrt((b - 1.0) / b * squares);
    intervals.push_back({all[i] - half, all[i] + half});
  }
  return intervals;
}

}  // namespace fieldtwin
