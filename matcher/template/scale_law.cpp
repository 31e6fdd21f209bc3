#include "matcher/template/scale_law.hpp"

#include <cmath>

namespace fieldtwin {
namespace {

double below(double z) { return 0.5 * std::erfc(-z * 0.70710678118654752); }

/// ln E exp(t z).
double log_mean(double t) {
  constexpr double c = ScaleLaw::kReach;
  return 0.5 * t * t +
         std::log((below(c - t) - below(-c - t)) / (1.0 - 2.0 * ScaleLaw::kCut));
}

}  // namespace

float ScaleLaw::log_of_middle(float tail) {
  return static_cast<float>(-0.5 * log_mean(tail));
}

double ScaleLaw::fourth_moment(double tail) {
  return std::exp(log_mean(2.0 * tail) - 2.0 * log_mean(tail));
}

double ScaleLaw::tail_of(double fourth_moment) {
  if (fourth_moment <= 1.0) return 0.0;
  double low = 0.0, high = kMostTail;
  for (int step = 0; step < 40; ++step) {
    const double middle = 0.5 * (low + high);
    (ScaleLaw::fourth_moment(middle) > fourth_moment ? high : low) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace fieldtwin
