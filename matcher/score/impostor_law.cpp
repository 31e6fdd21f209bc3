#include "matcher/score/impostor_law.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fieldtwin {
namespace {

/// Beyond this the integrands have lost all but 2e-9 of their weight, and the series its digits.
constexpr double kFarthest = 20.0;

/// A primitive of y^(s-1) exp(-y). Where one of its powers would be a logarithm, nearly that.
double primitive(double s, double y) {
  constexpr double kLeastPower = 1e-9;
  if (s < 0.5 && std::abs(s - std::round(s)) < kLeastPower) s = std::round(s) + kLeastPower;
  double sum = 0.0;
  double power = std::pow(y, s);
  for (int j = 0; j < 200; ++j) {
    sum += power / (s + j);
    power *= -y / (j + 1);
    if (s + j > 0.0 && std::abs(power) < 1e-17 * std::abs(sum)) break;
  }
  return sum;
}

}  // namespace

ImpostorLaw::ImpostorLaw(double people, double factor, double threshold, double rate, double limit)
    : people_(people),
      rate_(rate),
      single_(std::min(1.0, factor * std::exp(-threshold))),
      expected_(people * single_) {
  const double at_threshold = single_ < 1.0 ? -people * std::log1p(-single_) : kFarthest;
  const double at_limit = limit < 1.0 ? -std::log1p(-limit) : kFarthest;
  end_ = std::min({at_threshold, at_limit, kFarthest});
}

double ImpostorLaw::sure(double phi) const {
  if (phi >= 1.0) return end_;
  const double single = single_ * std::pow(phi, 1.0 / rate_);
  const double y = -people_ * std::log1p(-single);
  return std::clamp(y, std::numeric_limits<double>::min(), end_);
}

double ImpostorLaw::integral(int k, double y) const {
  const double power = k * rate_;
  return std::pow(expected_, power) *
         (primitive(1.0 - power, y) + power / (2.0 * people_) * primitive(2.0 - power, y));
}

double ImpostorLaw::above() const {
  return -std::expm1(-end_);
}

double ImpostorLaw::beats(double a, double b) const {
  if (end_ <= 0.0) return 0.0;
  const double low = std::min(a, b), high = std::max(a, b);
  const double sure_low = sure(low), sure_high = sure(high);
  double result = -std::expm1(-sure_low);
  if (sure_low < sure_high) result += low * (integral(1, sure_high) - integral(1, sure_low));
  if (sure_high < end_) result += low * high * (integral(2, end_) - integral(2, sure_high));
  return result;
}

}  // namespace fieldtwin
