#include "matcher/score/impostor_law.hpp"

#include <algorithm>
#include <limits>

namespace fieldtwin {
namespace {

/// Beyond this the integrands have lost all but 2e-9 of their weight, and the series its digits.
constexpr double kFarthest = 20.0;
/// Where a power of the series would be a logarithm, nearly that power.
constexpr double kNudge = 1e-9;

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
    for (std::size_t j = 0; j < kQuick; ++j) {
      shares_[k][j] = 1.0 / (1.0 - power_[k] + static_cast<double>(j));
    }
    whole_[k] = end_ > 0.0 ? integral(k, end_) : 0.0;
  }
}

double ImpostorLaw::sure(const Rival& rival) const {
  if (rival.below >= 1.0) return end_;
  const double y = -people_ * std::log1p(-single_ * rival.single);
  return std::clamp(y, std::numeric_limits<double>::min(), end_);
}

/// With s = 1 - kb, the primitive of y^(s-1) exp(-y) is y^s times the sum of (-y)^j / j! / (s + j),
/// and that of y^s exp(-y) is y^(s+1) times the sum of (-y)^j / j! / (s + j + 1).
double ImpostorLaw::series(int k, double y) const {
  const double s = 1.0 - power_[k];
  const auto share = [&](int j) {
    return static_cast<std::size_t>(j) < kQuick ? shares_[k][static_cast<std::size_t>(j)]
                                                : 1.0 / (s + j);
  };
  double term = 1.0, first = share(0), second = share(1);
  for (int j = 1; j < 200; ++j) {
    term *= -y / j;
    first += term * share(j);
    second += term * share(j + 1);
    if (s + j > 0.0 && std::abs(term) < 1e-17) break;
  }
  return first + power_[k] / (2.0 * people_) * y * second;
}

double ImpostorLaw::integral(int k, double y) const {
  return y * std::pow(expected_ / y, power_[k]) * series(k, y);
}

double ImpostorLaw::integral_to_sure(int k, const Rival& rival, double y) const {
  if (y >= end_) return whole_[k];
  if (nudged_[k]) return integral(k, y);
  // (L / y)^kb is phi^-k but for y = L x (1 + x / 2 + ...), x being one comparison's probability.
  const double correction = 1.0 - 0.5 * power_[k] * single_ * rival.single;
  const double r_to_k = k == 1 ? 1.0 / rival.below : 1.0 / (rival.below * rival.below);
  return y * r_to_k * correction * series(k, y);
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
