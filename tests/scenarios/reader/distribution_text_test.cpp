#include "scenarios/reader/distribution_text.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

std::optional<Distribution> read(const std::string& text, Dimension dimension, ErrorList& errors) {
  const auto node = parse_yaml(text, "t", errors);
  return node ? read_distribution(*node, dimension, errors) : std::nullopt;
}

std::string errors_in(const std::string& text, Dimension dimension) {
  ErrorList errors;
  EXPECT_FALSE(read(text, dimension, errors).has_value()) << text;
  try {
    errors.raise_if_any();
  } catch (const ScenarioErrors& problem) {
    return problem.what();
  }
  return "";
}

struct Case {
  const char* text;
  Dimension dimension;
  double mean;
};

TEST(DistributionText, EveryShapeReadsAndWritesBack) {
  using enum Dimension;
  const std::vector<Case> cases{
      {"0.4 s", kTime, 0.4},
      {"{uniform: [1 s, 2 s]}", kTime, 1.5},
      {"{exponential: {mean: 10 min}}", kTime, 600.0},
      {"{gamma: {mean: 3, sd: 1}}", kCount, 3.0},
      {"{beta: {mean: 20 %, sd: 5 %}}", kShare, 0.2},
      {"{beta: {mean: 5, sd: 1, low: 1, high: 9}}", kCount, 5.0},
      {"{triangular: [30 min, 1 h, 1.5 h]}", kTime, 3600.0},
      {"{discrete: [[1, 70], [2, 30]]}", kCount, 1.3},
      {"{mixture: [[70, {uniform: [0 s, 2 h]}], [30, 1 d]]}", kTime, 0.7 * 3600 + 0.3 * 86400},
  };
  for (const Case& c : cases) {
    ErrorList errors;
    const auto once = read(c.text, c.dimension, errors);
    ASSERT_TRUE(once.has_value()) << c.text;
    EXPECT_NEAR(once->mean(), c.mean, 1e-9 * c.mean) << c.text;
    const std::string text = distribution_text(*once, c.dimension);
    const auto again = read(text, c.dimension, errors);
    ASSERT_TRUE(again.has_value()) << text;
    for (const double u : {0.001, 0.2, 0.5, 0.77, 0.999})
      EXPECT_EQ(again->quantile(u), once->quantile(u)) << text;
  }
}

TEST(DistributionText, LognormalIsByMedianAndP95) {
  ErrorList errors;
  const auto d = read("{lognormal: {median: 0.4 s, p95: 2 s}}", Dimension::kTime, errors);
  ASSERT_TRUE(d.has_value());
  EXPECT_NEAR(d->quantile(0.5), 0.4, 1e-12);
  EXPECT_NEAR(d->quantile(0.95), 2.0, 1e-9);
  EXPECT_EQ(distribution_text(*d, Dimension::kTime), "{lognormal: {median: 0.4 s, p95: 2 s}}");
}

TEST(DistributionText, LogUniformKeepsItsEnds) {
  ErrorList errors;
  const auto d = read("{log_uniform: [0.01 %, 100 %]}", Dimension::kShare, errors);
  ASSERT_TRUE(d.has_value());
  EXPECT_EQ(d->min(), 0.0001);
  EXPECT_EQ(d->max(), 1.0);
}

TEST(DistributionText, MistakesAreExplained) {
  using enum Dimension;
  EXPECT_EQ(errors_in("{lognromal: {median: 1 s, p95: 2 s}}", kTime),
            "t:1:2: error: 'lognromal' is not a distribution. Did you mean 'lognormal'?");
  EXPECT_EQ(errors_in("{lognormal: {median: 1 s, p59: 2 s}}", kTime),
            "t:1:27: error: unknown key 'p59' (a lognormal distribution has median, p95). Did you "
            "mean 'p95'?");
  EXPECT_EQ(errors_in("{lognormal: {median: 1 s}}", kTime),
            "t:1:13: error: the lognormal distribution has no p95. Write {lognormal: {median: ..., "
            "p95: ...}}.");
  EXPECT_EQ(errors_in("{uniform: [1 s]}", kTime),
            "t:1:11: error: the uniform distribution is not written in its form (a list of 1 "
            "stands here). Write "
            "{uniform: [low, high]}.");
  EXPECT_EQ(errors_in("{uniform: [1, 2 kB]}", kTime),
            "t:1:12: error: '1' has no unit (a time is needed here, in ms, s, min, h, d, y). Did "
            "you mean 1 s?\n"
            "t:1:15: error: '2 kB' is a size (a time is needed here, in ms, s, min, h, d, y).");
  EXPECT_EQ(errors_in("{discrete: [1, [2]]}", kCount),
            "t:1:13: error: a single value stands where a pair is needed. Write {discrete: "
            "[[value, weight], ...]}.\n"
            "t:1:16: error: a list stands where a pair is needed. Write {discrete: [[value, "
            "weight], ...]}.");
  EXPECT_EQ(errors_in("[1, 2]", kCount),
            "t:1:1: error: a list stands where a number is needed (a number, in plain digits or "
            "thousand, million, "
            "billion).");
  EXPECT_EQ(errors_in("{beta: {mean: 5, sd: 1}}", kCount),
            "t:1:8: error: the beta distribution has no low and high. Write {beta: {mean: ..., sd: "
            "..., low: ..., "
            "high: ...}}.");
  EXPECT_EQ(errors_in("{beta: {mean: 5 %, sd: 1 %, low: 1 %}}", kShare),
            "t:1:8: error: of low and high, one is missing. Write both.");
}

TEST(DistributionText, ImpossibleParametersAreExplained) {
  EXPECT_NE(errors_in("{lognormal: {median: 2 s, p95: 1 s}}", Dimension::kTime)
                .find("p95 above its median"),
            std::string::npos);
  EXPECT_NE(errors_in("{uniform: [2, 1]}", Dimension::kCount).find("low not above high"),
            std::string::npos);
  EXPECT_NE(errors_in("{discrete: [[2, -1]]}", Dimension::kCount).find("weight"),
            std::string::npos);
}

}  // namespace
}  // namespace fieldtwin
