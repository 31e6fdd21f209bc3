#include "scenarios/sweep/assumed_factors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/reader/field.hpp"

namespace fieldtwin {
namespace {

const SweptFactor* factor_named(const Assumptions& assumptions, const std::string& path) {
  const auto named = [&path](const SweptFactor& factor) { return factor.factor.name == path; };
  const auto found = std::ranges::find_if(assumptions.factors, named);
  return found == assumptions.factors.end() ? nullptr : &*found;
}

std::string why_fixed(const Assumptions& assumptions, const std::string& path) {
  const auto found = std::ranges::find(assumptions.fixed, path, &FixedAssumption::path);
  return found == assumptions.fixed.end() ? "" : found->why;
}

class AssumedFactors : public testing::Test {
 protected:
  ResolvedScenario scenario_ = load_scenario("national-day");
  Assumptions assumptions_ = assumptions_of(scenario_);
};

TEST_F(AssumedFactors, OfANumberAreTriangularAboutItsValue) {
  const SweptFactor* const factor = factor_named(assumptions_, "policy.documents_honoured");
  ASSERT_NE(factor, nullptr);
  const auto& law = std::get<Triangular>(std::get<Distribution>(factor->factor.values).shape());
  EXPECT_EQ(law.low, 0.1);
  EXPECT_EQ(law.mode, 0.4);
  EXPECT_EQ(law.high, 0.9);
}

TEST_F(AssumedFactors, OverOrdersOfMagnitudeAreLogUniform) {
  const SweptFactor* const factor = factor_named(assumptions_, "storage.breach_rate");
  ASSERT_NE(factor, nullptr);
  EXPECT_TRUE(
      std::holds_alternative<LogUniform>(std::get<Distribution>(factor->factor.values).shape()));
}

TEST_F(AssumedFactors, OfADistributionMultiplyIt) {
  const SweptFactor* const factor = factor_named(assumptions_, "ice.patience");
  ASSERT_NE(factor, nullptr);
  EXPECT_EQ(factor->kind, SweptFactor::Kind::kScale);
  const Distribution& law = std::get<Distribution>(factor->factor.values);
  EXPECT_DOUBLE_EQ(law.min(), 0.5);  // exponential with mean 10 min, range 5 to 15 min
  EXPECT_DOUBLE_EQ(law.max(), 1.5);
  EXPECT_EQ(end_of(*factor, scenario_, RangeEnd::kLow).assignment,
            "ice.patience={exponential: {mean: 5 min}}");
  EXPECT_EQ(end_of(*factor, scenario_, RangeEnd::kHigh).text, "about 15 min");
}

TEST_F(AssumedFactors, LeaveOutWhatIsLuckOrKnown) {
  EXPECT_THAT(why_fixed(assumptions_, "custody.wrongful_hold"), testing::HasSubstr("chance"));
  EXPECT_EQ(factor_named(assumptions_, "custody.wrongful_hold"), nullptr);
  EXPECT_EQ(factor_named(assumptions_, "ice.false_accept"), nullptr);  // it has a source
  EXPECT_EQ(why_fixed(assumptions_, "ice.false_accept"), "");
}

TEST_F(AssumedFactors, OfAChoiceAreItsTwoNames) {
  const SweptFactor* const factor = factor_named(assumptions_, "service.no_match_answer");
  ASSERT_NE(factor, nullptr);
  EXPECT_THAT(factor->listed, testing::ElementsAre("no_action", "contact_ice"));
  EXPECT_EQ(end_of(*factor, scenario_, RangeEnd::kHigh).assignment,
            "service.no_match_answer=contact_ice");
}

TEST_F(AssumedFactors, AreAcceptedByTheReaderThroughoutTheirRanges) {
  EXPECT_GT(assumptions_.factors.size(), 60u);
  SweepStudy sweep;
  sweep.base = scenario_;
  sweep.base_name = "national-day";
  sweep.factors = assumptions_.factors;
  for (const double place : {1e-9, 0.2, 0.5, 0.8, 1.0 - 1e-9}) {
    const std::vector<double> point(assumptions_.factors.size(), place);
    EXPECT_NO_THROW(scenario_at(sweep, point)) << place;
  }
  for (const SweptFactor& factor : assumptions_.factors) {
    for (const RangeEnd end : {RangeEnd::kLow, RangeEnd::kHigh}) {
      const std::string assignment = end_of(factor, scenario_, end).assignment;
      EXPECT_NO_THROW(load_scenario("national-day", {assignment})) << assignment;
    }
  }
}

}  // namespace
}  // namespace fieldtwin
