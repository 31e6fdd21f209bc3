#include "sim/random/shape_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <string>

namespace fieldtwin {
namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What the constructor says about a shape; nothing if it takes it.
std::string complaint(const Distribution::Shape& shape) {
  try {
    const Distribution distribution(shape);
    return "";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(ShapeCheck, SaysWhatIsWrongAndWithWhichNumbers) {
  EXPECT_EQ(complaint(Constant{kNan}), "a constant needs finite numbers, not nan");
  EXPECT_EQ(complaint(Uniform{3, 2}),
            "a uniform distribution needs low not above high, but low is 3 and high 2");
  EXPECT_EQ(complaint(Exponential{0}), "an exponential distribution needs a mean above 0, not 0");
  EXPECT_EQ(complaint(Lognormal{0, 2}), "a lognormal distribution needs a median above 0, not 0");
  EXPECT_EQ(complaint(Lognormal{2, 1.5}),
            "a lognormal distribution needs its p95 above its median, but p95 is 1.5 and the "
            "median 2");
  EXPECT_EQ(complaint(Gamma{-1, 1}), "a gamma distribution needs a mean above 0, not -1");
  EXPECT_EQ(complaint(Gamma{2, 0}),
            "a gamma distribution with mean 2 needs a standard deviation of at least 0.0002, not 0 "
            "(a constant is the choice for no spread)");
  EXPECT_EQ(complaint(Beta{1, 0.1}),
            "a beta distribution needs its mean between low and high, but the mean is 1, low 0 and "
            "high 1");
  EXPECT_EQ(complaint(Beta{0.5, 0.5}),
            "a beta distribution with mean 0.5 on [0, 1] needs a standard deviation below 0.5, not "
            "0.5");
  EXPECT_EQ(complaint(Beta{0.5, 0}),
            "a beta distribution with mean 0.5 on [0, 1] needs a standard deviation of at least "
            "5e-05, not 0 (a constant is the choice for no spread)");
  EXPECT_EQ(complaint(Triangular{1, 1, 1}),
            "a triangular distribution needs low below high, but low is 1 and high 1");
  EXPECT_EQ(complaint(Triangular{1, 4, 3}),
            "a triangular distribution needs its mode from low to high, but the mode is 4, low 1 "
            "and high 3");
  EXPECT_EQ(complaint(LogUniform{0, 1}), "a log-uniform distribution needs low above 0, not 0");
  EXPECT_EQ(complaint(LogUniform{2, 2}),
            "a log-uniform distribution needs low below high, but low is 2 and high 2");
  EXPECT_EQ(complaint(Discrete{}), "a discrete distribution needs at least one value");
  EXPECT_EQ(complaint(Discrete{{{1, 1}, {2, -0.5}}}),
            "a weight of a discrete distribution must be finite and not negative, not -0.5");
  EXPECT_EQ(complaint(Discrete{{{1, 0}}}),
            "the weights of a discrete distribution must have a positive sum, not 0");
  EXPECT_EQ(complaint(Mixture{}), "a mixture needs at least one component");
  EXPECT_EQ(complaint(Mixture{{{-1, Distribution(Constant{1})}}}),
            "a weight of a mixture must be finite and not negative, not -1");
  EXPECT_EQ(complaint(Mixture{{{0, Distribution(Constant{1})}}}),
            "the weights of a mixture must have a positive sum, not 0");
}

TEST(ShapeCheck, RefusesNumbersThatAreNotFinite) {
  for (double bad : {kNan, kInfinity, -kInfinity}) {
    for (const Distribution::Shape& shape : std::initializer_list<Distribution::Shape>{
             Constant{bad}, Uniform{0, bad}, Exponential{bad}, Lognormal{1, bad}, Gamma{1, bad},
             Beta{0.5, 0.1, 0, bad}, Triangular{0, 1, bad}, LogUniform{1, bad},
             Discrete{{{bad, 1}}}, Discrete{{{1, bad}}},
             Mixture{{{bad, Distribution(Constant{1})}}}}) {
      EXPECT_THAT(complaint(shape), testing::HasSubstr("finite")) << "shape " << shape.index();
    }
  }
}

TEST(ShapeCheck, TakesTheEdgesOfWhatIsAllowed) {
  EXPECT_EQ(complaint(Uniform{2, 2}), "");
  EXPECT_EQ(complaint(Constant{-1e300}), "");
  EXPECT_EQ(complaint(Gamma{1, 1e-4}), "");
  EXPECT_EQ(complaint(Gamma{1, 1e3}), "");
  EXPECT_EQ(complaint(Beta{0.5, 0.499'999}), "");
  EXPECT_EQ(complaint(Triangular{1, 1, 2}), "");
  EXPECT_EQ(complaint(Triangular{1, 2, 2}), "");
  EXPECT_EQ(complaint(Discrete{{{1, 0}, {2, 5}}}), "");
}

}  // namespace
}  // namespace fieldtwin
