#include "agents/port/port_matcher.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_port.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

class PortMatcherTest : public testing::Test {
 protected:
  void with(const std::vector<std::string>& overrides) {
    scenario_ = fix_for_replication(airport(overrides), draws_);
    population_ = std::make_unique<Population>(scenario_, draws_.across_replications());
  }
  ScoreMatcher matcher(double people) const {
    return port_matcher(scenario_, port_probe_mix(scenario_, *population_, 8), people);
  }

  Draws draws_{1, 0};
  Scenario scenario_;
  std::unique_ptr<Population> population_;
};

/// FNIR = FNIR0 (ratio of thresholds)^b: with tau = ln(N / fpir) for small rates, the anchor's
/// 0.0396 at N = 1.6 million and 0.3 % becomes 0.0396 ((420 / 1e-4) / (1.6e6 / 3e-3))^0.17.
TEST_F(PortMatcherTest, MissesAtAGateByTheAnchorsPowerLaw) {
  with({});
  const double expected = 0.0396 * std::pow((420.0 / 1e-4) / (1.6e6 / 3e-3), 0.17);
  EXPECT_NEAR(matcher(420).fnir(Probability(0.5)).value(), expected, 0.002 * expected);
}

TEST_F(PortMatcherTest, KeepsTheRateOfFalsePositivesOrTheThreshold) {
  with({"port.matcher.fpir=0.1 %"});
  EXPECT_DOUBLE_EQ(port_fpir(scenario_.port.matcher, 420).value(), 1e-3);
  EXPECT_DOUBLE_EQ(port_fpir(scenario_.port.matcher, 42e3).value(), 1e-3);
  with({"port.matcher.fpir=0.1 %", "port.matcher.set_for=420"});
  EXPECT_NEAR(port_fpir(scenario_.port.matcher, 420).value(), 1e-3, 1e-12);
  // 1 - (1 - 1e-3)^100: a hundred times the gallery at the same threshold.
  EXPECT_NEAR(port_fpir(scenario_.port.matcher, 42e3).value(), 1.0 - std::pow(1.0 - 1e-3, 100.0),
              1e-9);
  EXPECT_GT(port_fpir(scenario_.port.matcher, 200e6).value(), 0.999);
  EXPECT_EQ(matcher(42e3).threshold(), matcher(420).threshold());
}

TEST_F(PortMatcherTest, AgeingMultipliesTheMisses) {
  with({"port.matcher.ageing=2"});
  const ScoreMatcher gate = matcher(420);
  const auto aged = [&](double years) {
    return gate
        .fnir(aged_quality(Probability(0.7), years, scenario_.port.matcher,
                           scenario_.matcher.quality_factor))
        .value();
  };
  EXPECT_NEAR(aged(10.0) / aged(0.0), 2.0, 1e-9);
  EXPECT_NEAR(aged(5.0) / aged(0.0), std::sqrt(2.0), 1e-9);
}

TEST_F(PortMatcherTest, QualityGoesNoLowerThanTheWorst) {
  with({"port.matcher.ageing=50"});
  EXPECT_EQ(
      aged_quality(Probability(0.2), 40.0, scenario_.port.matcher, scenario_.matcher.quality_factor)
          .value(),
      0.0);
}

}  // namespace
}  // namespace fieldtwin
