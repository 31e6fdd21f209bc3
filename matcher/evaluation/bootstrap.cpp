#include "matcher/evaluation/bootstrap.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/philox.hpp"

namespace fieldtwin {

std::vector<std::vector<std::uint32_t>> resampled_people(std::size_t people, std::size_t sets) {
  std::vector<std::vector<std::uint32_t>> counts(sets, std::vector<std::uint32_t>(people, 0));
  for (std::size_t set = 0; set < sets; ++set) {
    for (std::size_t i = 0; i < people; ++i) {
      const auto block = philox4x32_10({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(set), 0, 0}, {774, 0});
      const std::uint64_t drawn = std::uint64_t{block[0]} * people >> 32U;
      ++counts[set][drawn];
    }
  }
  return counts;
}

Interval percentile_interval(std::vector<double> values, double confidence) {
  std::ranges::sort(values);
  const auto at = [&](double share) {
    const double place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
  };
  const double tail = (1.0 - confidence) / 2.0;
  return {at(tail), at(1.0 - tail)};
}

}  // namespace fieldtwin
