#include "sim/random/distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "sim/random/gamma_beta.hpp"
#include "sim/random/shape_check.hpp"

namespace fieldtwin {
namespace {

/// Several lambdas as one visitor of a shape.
template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

using Constants = std::array<double, 2>;

Constants constants_of(const Distribution::Shape& shape) {
  return std::visit(
      Overloaded{[](const Lognormal& s) {
                   return Constants{std::log(s.p95 / s.median) / normal_quantile(0.95), 0.0};
                 },
                 [](const Gamma& s) {
                   const double ratio = s.sd / s.mean;
                   return Constants{1.0 / (ratio * ratio), s.sd * ratio};
                 },
                 [](const Beta& s) {
                   // The largest sd possible is that of two points at the ends, where alpha + beta
                   // is 0.
                   const double limit_to_sd =
                       std::sqrt((s.mean - s.low) * (s.high - s.mean)) / s.sd;
                   const double alpha_plus_beta = (limit_to_sd - 1.0) * (limit_to_sd + 1.0);
                   const double mean = (s.mean - s.low) / (s.high - s.low);
                   return Constants{mean * alpha_plus_beta, (1.0 - mean) * alpha_plus_beta};
                 },
                 [](const Triangular& s) {
                   return Constants{(s.mode - s.low) / (s.high - s.low), 0.0};
                 },
                 [](const LogUniform& s) {
                   return Constants{std::log(s.high / s.low), 0.0};
                 },
                 [](const auto&) { return Constants{}; }},
      shape);
}

double triangular_quantile(const Triangular& s, double share_below_mode, double u) {
  const double width = s.high - s.low;
  return u < share_below_mode ? s.low + std::sqrt(u * width * (s.mode - s.low))
                              : s.high - std::sqrt((1.0 - u) * width * (s.high - s.mode));
}

struct Range {
  double min, max;
};

/// The support of a shape; `choices` are the values or components that can be chosen.
template <class Choices>
Range range_of(const Distribution::Shape& shape, const Choices& choices) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return std::visit(Overloaded{[](const Constant& s) {
                                 return Range{s.value, s.value};
                               },
                               [](const Exponential&) {
                                 return Range{0.0, kInfinity};
                               },
                               [](const Lognormal&) {
                                 return Range{0.0, kInfinity};
                               },
                               [](const Gamma&) {
                                 return Range{0.0, kInfinity};
                               },
                               [&](const Discrete& s) {
                                 return Range{s.values[choices.front().index].value,
                                              s.values[choices.back().index].value};
                               },
                               [&](const Mixture& s) {
                                 Range range{kInfinity, -kInfinity};
                                 for (const auto& choice : choices) {
                                   const Distribution& component =
                                       s.components[choice.index].second;
                                   range.min = std::min(range.min, component.min());
                                   range.max = std::max(range.max, component.max());
                                 }
                                 return range;
                               },
                               [](const auto& bounded) {
                                 return Range{bounded.low, bounded.high};
                               }},
                    shape);
}

double weight_of(const WeightedValue& value) {
  return value.weight;
}
double weight_of(const std::pair<double, Distribution>& component) {
  return component.first;
}
double mean_of(const WeightedValue& value) {
  return value.value;
}
double mean_of(const std::pair<double, Distribution>& component) {
  return component.second.mean();
}

/// The mean of weighted values or components. A weight of 0 counts for nothing, whatever the value.
template <class Items>
double weighted_mean(const Items& items) {
  double total = 0.0;
  double sum = 0.0;
  for (const auto& item : items) {
    if (weight_of(item) == 0.0) continue;
    total += weight_of(item);
    sum += weight_of(item) * mean_of(item);
  }
  return sum / total;
}

}  // namespace

Distribution::Distribution() : Distribution(Constant{0.0}) {}

Distribution::Distribution(Shape shape) : shape_(std::move(shape)) {
  check_shape(shape_);
  constants_ = constants_of(shape_);
  choices_ = choices_of(shape_);
  const Range range = range_of(shape_, choices_);
  min_ = range.min;
  max_ = range.max;
  mean_ = mean_of_shape();
}

std::vector<Distribution::Choice> Distribution::choices_of(const Shape& shape) {
  std::vector<Choice> choices;
  const auto keep_possible = [&choices](const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (weight_of(items[i]) > 0.0) choices.push_back({weight_of(items[i]), i});
    }
  };
  if (const auto* discrete = std::get_if<Discrete>(&shape)) {
    keep_possible(discrete->values);
    std::stable_sort(choices.begin(), choices.end(), [&](const Choice& a, const Choice& b) {
      return discrete->values[a.index].value < discrete->values[b.index].value;
    });
  } else if (const auto* mixture = std::get_if<Mixture>(&shape)) {
    keep_possible(mixture->components);
  } else {
    return choices;
  }
  // From weights to cumulative shares; the last is exactly 1, so that every u finds its choice.
  double sum = 0.0;
  for (Choice& choice : choices) choice.up_to = sum += choice.up_to;
  for (Choice& choice : choices) choice.up_to /= sum;
  return choices;
}

double Distribution::varying_quantile(double u) const {
  assert(u > 0.0 && u < 1.0);
  // Rounding may carry a value past the end of the support by a last bit.
  return std::clamp(unclamped_quantile(u), min_, max_);
}

double Distribution::unclamped_quantile(double u) const {
  const auto chosen = [&] {
    return std::upper_bound(
        choices_.begin(), choices_.end(), u,
        [](double share, const Choice& choice) { return share < choice.up_to; });
  };
  return std::visit(
      Overloaded{[](const Constant& s) { return s.value; },
                 [&](const Uniform& s) { return s.low + u * (s.high - s.low); },
                 [&](const Exponential& s) { return -s.mean * std::log1p(-u); },
                 [&](const Lognormal& s) {
                   return s.median * std::exp(constants_[0] * normal_quantile(u));
                 },
                 [&](const Gamma&) { return constants_[1] * gamma_quantile(constants_[0], u); },
                 [&](const Beta& s) {
                   return s.low + (s.high - s.low) * beta_quantile(constants_[0], constants_[1], u);
                 },
                 [&](const Triangular& s) { return triangular_quantile(s, constants_[0], u); },
                 [&](const LogUniform& s) { return s.low * std::exp(u * constants_[0]); },
                 [&](const Discrete& s) { return s.values[chosen()->index].value; },
                 [&](const Mixture& s) {
                   const auto choice = chosen();
                   const double from = choice == choices_.begin() ? 0.0 : (choice - 1)->up_to;
                   const double within = (u - from) / (choice->up_to - from);
                   return s.components[choice->index].second.quantile(
                       std::clamp(within, 0x1p-54, 1.0 - 0x1p-53));
                 }},
      shape_);
}

double Distribution::mean_of_shape() const {
  return std::visit(
      Overloaded{[](const Constant& s) { return s.value; },
                 [](const Uniform& s) { return s.low + 0.5 * (s.high - s.low); },
                 [&](const Lognormal& s) {
                   return s.median * std::exp(0.5 * constants_[0] * constants_[0]);
                 },
                 [](const Triangular& s) { return (s.low + s.mode + s.high) / 3.0; },
                 [&](const LogUniform& s) { return (s.high - s.low) / constants_[0]; },
                 [](const Discrete& s) { return weighted_mean(s.values); },
                 [](const Mixture& s) { return weighted_mean(s.components); },
                 [](const auto& given) { return given.mean; }},
      shape_);
}

Distribution Distribution::scaled(double factor) const {
  if (!(std::isfinite(factor) && factor > 0.0)) {
    throw std::invalid_argument(
        fmt::format("a distribution is scaled by a positive finite factor, not {}", factor));
  }
  Shape shape = shape_;
  std::visit(
      Overloaded{[&](Constant& s) { s.value *= factor; }, [&](Exponential& s) { s.mean *= factor; },
                 [&](Lognormal& s) { s.median *= factor, s.p95 *= factor; },
                 [&](Gamma& s) { s.mean *= factor, s.sd *= factor; },
                 [&](Beta& s) {
                   s = {s.mean * factor, s.sd * factor, s.low * factor, s.high * factor};
                 },
                 [&](Triangular& s) {
                   s = {s.low * factor, s.mode * factor, s.high * factor};
                 },
                 [&](Discrete& s) {
                   for (WeightedValue& value : s.values) value.value *= factor;
                 },
                 [&](Mixture& s) {
                   for (auto& component : s.components) {
                     component.second = component.second.scaled(factor);
                   }
                 },
                 [&](auto& range) { range.low *= factor, range.high *= factor; }},
      shape);
  return Distribution(std::move(shape));
}

}  // namespace fieldtwin
