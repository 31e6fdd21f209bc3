#pragma once
/// Distributions of one real variable, sampled by inverse CDF so that one draw costs one uniform
/// number and results do not depend on the standard library.

#include <string>
#include <variant>
#include <vector>

namespace fieldtwin {

class Distribution;

/// One component or value of a discrete distribution or mixture, with its weight (need not sum to 1).
struct WeightedValue { double value; double weight; };

struct Constant { double value; };
struct Uniform { double low, high; };
struct Exponential { double mean; };
struct Lognormal { double median, p95; };           //!< by median and 95th percentile, p95 > median
struct Gamma { double mean, sd; };
struct Beta { double mean, sd; double low = 0.0, high = 1.0; };  //!< mean and sd on [low, high]
struct Triangular { double low, mode, high; };
struct LogUniform { double low, high; };            //!< 0 < low < high
struct Discrete { std::vector<WeightedValue> values; };
struct Mixture { std::vector<std::pair<double, Distribution>> components; };  //!< (weight, component)

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

  /// The value below which a share `u` of the distribution lies; u in (0, 1).
  double quantile(double u) const;
  double mean() const;
  double min() const;  //!< smallest value it can take (may be -inf or 0)
  double max() const;  //!< largest value it can take (may be +inf)
  bool is_constant() const;
  const Shape& shape() const;

  /// The same distribution in another unit: every value multiplied by a positive factor.
  Distribution scaled(double factor) const;

 private:
  // Implementation's own: precomputed constants (mu, sigma, cumulative weights).
};

/// Inverse of the standard normal CDF (Wichura 1988, algorithm AS 241, relative error 1e-16).
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
