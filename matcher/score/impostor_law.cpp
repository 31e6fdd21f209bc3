#include "matcher/score/impostor_law.hpp"

#include <algorithm>
#include <limits>

namespace fieldtwin {
namespace {

/// Beyond this the integrands have lost all but 2e-9 of their weight, and the series its digits.
constexpr double kFarthest = 20.0;
/// Where a power of the series would be a logarithm, nearly that power.
constexpr double kNudge = 1e-9;

/// y^-s times a primitive of y^(s-1) exp(-y).
double series(double s, double y) {
  double sum = 1.0 / s;
  double power = 1.0;
  for (int j = 1; j < 200; ++j) {
    power *= -y / j;
    sum += power / (s + j);
    if (s + j > 0.0 && std::abs(power) < 1e-17) break;
  }
  return sum;
}

/// y^(kb - 1) times a primitive of y^-kb (1 + kb y / 2N) exp(-y).
double both_series(double power, double people, double y) {
  return series(1.0 - power, y) + power / (2.0 * people) * y * series(2.0 - power, y);
}

}  // namespace

ImpostorLaw::ImpostorLaw(double people, double factor, double threshold, double rate, double limit)
    : people_(people),
      single_(std::min(1.0, factor * std::exp(-threshold))),
      expected_(people * single_) {
  const double at_threshold = single_ < 1.0 ? -people * std::log1p(-single_) : kFarthest;
  const double at_limit = limit < 1.0 ? -std::log1p(-limit) : kFarthest;
  end_ = std::min({at_threshold, at_limit, kFarthest});
  above_ = -std::expm1(-end_);
  for (int k = 0; k <= 2; ++k) {
    power_[k] = k * rate;
    nudged_[k] = k > 0 && std::abs(power_[k] - std::round(power_[k])) < kNudge &&
                 std::round(power_[k]) >= 1.0;
    if (nudged_[k]) power_[k] = std::round(power_[k]) - kNudge;
    whole_[k] = end_ > 0.0 ? integral(k, end_) : 0.0;
  }
}

double ImpostorLaw::sure(const Rival& rival) const {
  if (rival.below >= 1.0) return end_;
  const double y = -people_ * std::log1p(-single_ * rival.single);
  return std::clamp(y, std::numeric_limits<double>::min(), end_);
}

double ImpostorLaw::integral(int k, double y) const {
  return y * std::pow(expected_ / y, power_[k]) * both_series(power_[k], people_, y);
}

double ImpostorLaw::integral_to_sure(int k, const Rival& rival, double y) const {
  if (y >= end_) return whole_[k];
  if (nudged_[k]) return integral(k, y);
  // (L / y)^kb is phi^-k but for y = L x (1 + x / 2 + ...), x being one comparison's probability.
  const double correction = 1.0 - 0.5 * power_[k] * single_ * rival.single;
  const double r_to_k = k == 1 ? 1.0 / rival.below : 1.0 / (rival.below * rival.below);
  return y * r_to_k * correction * both_series(power_[k], people_, y);
}

double ImpostorLaw::beats(const Rival& one, const Rival& other) const {
  if (end_ <= 0.0) return 0.0;
  const auto& [low, high] =
      std::minmax(one, other, [](const Rival& a, const Rival& b) { return a.below < b.below; });
  const double sure_low = sure(low), sure_high = sure(high);
  double result = sure_low >= end_ ? above_ : -std::expm1(-sure_low);
  if (sure_low < sure_high) {
    result +=
        low.below * (integral_to_sure(1, high, sure_high) - integral_to_sure(1, low, sure_low));
  }
  if (sure_high < end_) {
    result += low.below * high.below * (whole_[2] - integral_to_sure(2, high, sure_high));
  }
  return result;
}

}  // namespace fieldtwin
