#include "sim/episodes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>

namespace fieldtwin {

std::vector<ShareStep> combine(const std::vector<Shortage>& shortages) {
  std::vector<Seconds> times;
  for (const auto& shortage : shortages) {
    if (!(shortage.when.begin <= shortage.when.end)) {
      throw std::invalid_argument("a shortage ends before it begins");
    }
    times.push_back(shortage.when.begin);
    if (std::isfinite(shortage.when.end.value())) times.push_back(shortage.when.end);
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());

  std::vector<ShareStep> steps;
  double last = 1.0;
  for (const Seconds time : times) {
    double left = 1.0;
    for (const auto& shortage : shortages) {
      if (shortage.when.begin <= time && time < shortage.when.end) left *= shortage.left.value();
    }
    if (left != last) steps.push_back({time, Probability(left)});
    last = left;
  }
  return steps;
}

Probability left_at(const std::vector<ShareStep>& steps, Seconds time) {
  const auto after =
      std::upper_bound(steps.begin(), steps.end(), time,
                       [](Seconds t, const ShareStep& step) { return t < step.from; });
  return after == steps.begin() ? Probability(1.0) : std::prev(after)->left;
}

}  // namespace fieldtwin
