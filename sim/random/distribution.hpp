#pragma once
/// Distributions of one real variable, sampled by inverse CDF so that one draw costs one uniform
/// number and results do not depend on the standard library.

#include <array>
#include <cstddef>
#include <utility>
#include <variant>
#include <vector>

namespace fieldtwin {

class Distribution;

/// One value of a discrete distribution with its weight (weights need not sum to 1).
struct WeightedValue {
  double value;
  double weight;
};

struct Constant {
  double value;
};
struct Uniform {
  double low, high;  //!< low <= high
};
struct Exponential {
  double mean;  //!< mean > 0
};
/// exp of a normal, given by median and 95th percentile: sigma = ln(p95 / median) / z(0.95).
struct Lognormal {
  double median, p95;  //!< 0 < median < p95
};
/// Shape (mean / sd)^2, at most 1e8, and scale sd^2 / mean.
struct Gamma {
  double mean, sd;  //!< mean > 0, sd >= 1e-4 mean
};
/// Beta stretched from [0, 1] to [low, high]; mean and sd are those of the stretched values. With
/// limit^2 = (mean - low) (high - mean), alpha + beta is (limit / sd)^2 - 1, at most 1e8.
struct Beta {
  double mean, sd;  //!< low < mean < high, 1e-4 limit <= sd < limit
  double low = 0.0, high = 1.0;
};
struct Triangular {
  double low, mode, high;  //!< low <= mode <= high, low < high
};
/// Its logarithm is uniform.
struct LogUniform {
  double low, high;  //!< 0 < low < high
};
/// Finitely many values, in any order; a weight of 0 rules a value out.
struct Discrete {
  std::vector<WeightedValue> values;
};
/// One of several distributions, chosen with a probability in proportion to its weight.
struct Mixture {
  std::vector<std::pair<double, Distribution>> components;  //!< (weight, component)
};

/// A distribution over real numbers in some base unit. Immutable and cheap to sample; the constant
/// is a distribution too, which is why every number of a scenario can be one.
class Distribution {
 public:
  using Shape = std::variant<Constant, Uniform, Exponential, Lognormal, Gamma, Beta, Triangular,
                             LogUniform, Discrete, Mixture>;

  /// The constant 0.
  Distribution();
  /// Throws std::invalid_argument, with a sentence for the user, if the shape's parameters are not
  /// those of a distribution (p95 not above the median, low above high, weights negative, ...).
  Distribution(Shape shape);

  /// The value below which a share `u` of the distribution lies; u in (0, 1). A pure function: one
  /// uniform number gives one value.
  ///
  /// For a mixture, `u` chooses the component by cumulative weight and, rescaled within that
  /// weight, is the share within it. A uniform `u` then gives the mixture's law, but the value
  /// rises with `u` only within a component: it is not the quantile of the whole.
  double quantile(double u) const { return is_constant() ? min_ : varying_quantile(u); }
  double mean() const { return mean_; }
  double min() const { return min_; }  //!< smallest value it can take (may be -inf or 0)
  double max() const { return max_; }  //!< largest value it can take (may be +inf)
  bool is_constant() const { return min_ == max_; }
  const Shape& shape() const { return shape_; }

  /// The same distribution in another unit: every value multiplied by a positive factor. Throws
  /// std::invalid_argument if the factor is not positive and finite.
  Distribution scaled(double factor) const;

 private:
  /// One value of a discrete distribution, or component of a mixture, that can be chosen.
  struct Choice {
    double up_to;       //!< chosen by a u below this and not below that of the choice before
    std::size_t index;  //!< where it stands in the shape
  };

  static std::vector<Choice> choices_of(const Shape& shape);
  double mean_of_shape() const;
  double varying_quantile(double u) const;
  double unclamped_quantile(double u) const;

  Shape shape_;
  /// What a shape's quantile needs, computed once. Lognormal: sigma; gamma: shape, scale; beta:
  /// alpha, beta; triangular: share below the mode; log-uniform: ln(high / low).
  std::array<double, 2> constants_{};
  std::vector<Choice> choices_;  //!< of a discrete distribution (by rising value) or a mixture
  double min_ = 0.0;
  double max_ = 0.0;
  double mean_ = 0.0;  //!< kept, because the model asks for it at every step
};

/// Inverse of the standard normal CDF, u in (0, 1); relative error about 1e-16.
///
/// Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
/// Applied Statistics 37 (1988) 477-484, routine PPND16.
double normal_quantile(double u);

/// A distribution over a quantity, for the fields of a scenario.
template <class Q>
class Varying {
 public:
  Varying() = default;
  Varying(Q constant) : distribution_(Distribution::Shape(Constant{constant.value()})) {}
  explicit Varying(Distribution distribution) : distribution_(std::move(distribution)) {}

  /// The value at the share `u` of the distribution.
  Q at(double u) const { return Q(distribution_.quantile(u)); }
  Q mean() const { return Q(distribution_.mean()); }
  const Distribution& distribution() const { return distribution_; }
  Distribution& distribution() { return distribution_; }

 private:
  Distribution distribution_;
};

}  // namespace fieldtwin
