#include "agents/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fieldtwin {

std::vector<std::uint32_t> apportion(std::uint32_t total, const std::vector<double>& weights) {
  std::vector<std::uint32_t> seats(weights.size());
  std::vector<double> remainder(weights.size());
  const double scale = total / std::accumulate(weights.begin(), weights.end(), 0.0);
  std::uint32_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double quota = weights[i] * scale;
    seats[i] = static_cast<std::uint32_t>(quota);
    remainder[i] = quota - std::floor(quota);
    given += seats[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  for (std::size_t i = 0; given < total; ++i, ++given) ++seats[order[i]];
  return seats;
}

}  // namespace fieldtwin
