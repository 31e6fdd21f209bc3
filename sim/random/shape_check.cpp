#include "sim/random/shape_check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fieldtwin {
namespace {

/// The sentence is made only if it is needed: a scenario has thousands of distributions.
template <class... Arguments>
void require(bool holds, fmt::format_string<const Arguments&...> sentence,
             const Arguments&... arguments) {
  if (!holds) throw std::invalid_argument(fmt::format(sentence, arguments...));
}

void require_finite(std::string_view name, std::initializer_list<double> numbers) {
  for (double number : numbers) {
    require(std::isfinite(number), "{} needs finite numbers, not {}", name, number);
  }
}

void require_weight(std::string_view name, double weight) {
  require(std::isfinite(weight) && weight >= 0.0,
          "a weight of {} must be finite and not negative, not {}", name, weight);
}

void require_total(std::string_view name, double total) {
  require(std::isfinite(total) && total > 0.0, "the weights of {} must have a positive sum, not {}",
          name, total);
}

void check(const Constant& s) {
  require_finite("a constant", {s.value});
}

void check(const Uniform& s) {
  require_finite("a uniform distribution", {s.low, s.high});
  require(s.low <= s.high,
          "a uniform distribution needs low not above high, but low is {} and high {}", s.low,
          s.high);
}

void check(const Exponential& s) {
  require_finite("an exponential distribution", {s.mean});
  require(s.mean > 0.0, "an exponential distribution needs a mean above 0, not {}", s.mean);
}

void check(const Lognormal& s) {
  require_finite("a lognormal distribution", {s.median, s.p95});
  require(s.median > 0.0, "a lognormal distribution needs a median above 0, not {}", s.median);
  require(s.p95 > s.median,
          "a lognormal distribution needs its p95 above its median, but p95 is {} and "
          "the median {}",
          s.p95, s.median);
}

// Below this share of its mean (or, for a beta, of its largest possible sd) the standard deviation
// asks more of the inverse CDF than it can give, and a constant says the same.
constexpr double kSmallestSpread = 1e-4;

void check(const Gamma& s) {
  require_finite("a gamma distribution", {s.mean, s.sd});
  require(s.mean > 0.0, "a gamma distribution needs a mean above 0, not {}", s.mean);
  require(s.sd >= kSmallestSpread * s.mean,
          "a gamma distribution with mean {} needs a standard deviation of at least "
          "{:.6g}, not {} (a constant is the choice for no spread)",
          s.mean, kSmallestSpread * s.mean, s.sd);
}

void check(const Beta& s) {
  require_finite("a beta distribution", {s.mean, s.sd, s.low, s.high});
  require(s.low < s.mean && s.mean < s.high,
          "a beta distribution needs its mean between low and high, but the mean is "
          "{}, low {} and high {}",
          s.mean, s.low, s.high);
  const double limit = std::sqrt((s.mean - s.low) * (s.high - s.mean));
  require(s.sd < limit,
          "a beta distribution with mean {} on [{}, {}] needs a standard deviation "
          "below {:.6g}, not {}",
          s.mean, s.low, s.high, limit, s.sd);
  require(s.sd >= kSmallestSpread * limit,
          "a beta distribution with mean {} on [{}, {}] needs a standard deviation of "
          "at least {:.6g}, not {} (a constant is the choice for no spread)",
          s.mean, s.low, s.high, kSmallestSpread * limit, s.sd);
}

void check(const Triangular& s) {
  require_finite("a triangular distribution", {s.low, s.mode, s.high});
  require(s.low < s.high,
          "a triangular distribution needs low below high, but low is {} and high {}", s.low,
          s.high);
  require(s.low <= s.mode && s.mode <= s.high,
          "a triangular distribution needs its mode from low to high, but the mode is "
          "{}, low {} and high {}",
          s.mode, s.low, s.high);
}

void check(const LogUniform& s) {
  require_finite("a log-uniform distribution", {s.low, s.high});
  require(s.low > 0.0, "a log-uniform distribution needs low above 0, not {}", s.low);
  require(s.low < s.high,
          "a log-uniform distribution needs low below high, but low is {} and high {}", s.low,
          s.high);
}

void check(const Discrete& s) {
  require(!s.values.empty(), "a discrete distribution needs at least one value");
  double total = 0.0;
  for (const auto& [value, weight] : s.values) {
    require_finite("a discrete distribution", {value});
    require_weight("a discrete distribution", weight);
    total += weight;
  }
  require_total("a discrete distribution", total);
}

void check(const Mixture& s) {
  require(!s.components.empty(), "a mixture needs at least one component");
  double total = 0.0;
  for (const auto& [weight, component] : s.components) {
    require_weight("a mixture", weight);
    total += weight;
  }
  require_total("a mixture", total);
}

}  // namespace

void check_shape(const Distribution::Shape& shape) {
  std::visit([](const auto& s) { check(s); }, shape);
}

}  // namespace fieldtwin
