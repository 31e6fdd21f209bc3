/// The expected wrongful holds of a few replications beside the counted ones of a hundred times as
/// many.

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "agents/replication.hpp"
#include "metrics/statistics/interval.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

/// The numbers of one amount, by replication.
struct Sums {
  std::vector<double> values;
  std::vector<double> scans;
};

/// A ratio of sums and its standard error (delta method).
struct Rate {
  double mean;
  double error;
};
Rate rate_of(const Sums& sums) {
  const auto estimate = *ratio_estimate(sums.values, sums.scans, 0.95);
  const double half = (estimate.interval->high - estimate.interval->low) / 2.0;
  return {estimate.mean, half / 1.96};  // a little more than the standard error
}

/// Of precinct-stress, which needs no engine: a process may hold as many worlds as it likes.
class PrecinctStress : public testing::Test {
 protected:
  static constexpr std::uint32_t kFew = 10, kMany = 1000;

  static void SetUpTestSuite() {
    const Scenario scenario = load_scenario("precinct-stress").scenario;
    for (std::uint32_t i = 0; i < kFew; ++i) few().push_back(run(scenario, 1, i));
    for (std::uint32_t i = 0; i < kMany; ++i) {
      many().push_back(run(scenario, 2, i, Expectation::kNone));
    }
  }

  static std::array<double, kAmounts> run(const Scenario& scenario, std::uint64_t seed,
                                          std::uint32_t replication,
                                          Expectation expectation = Expectation::kEachScan) {
    return simulate_replication(scenario, seed, replication, RecordLevel::kNone, {}, expectation)
        .totals;
  }

  static std::vector<std::array<double, kAmounts>>& few() {
    static std::vector<std::array<double, kAmounts>> runs;
    return runs;
  }
  static std::vector<std::array<double, kAmounts>>& many() {
    static std::vector<std::array<double, kAmounts>> runs;
    return runs;
  }

  static Rate rate(const std::vector<std::array<double, kAmounts>>& runs, Amount amount) {
    Sums sums;
    for (const auto& totals : runs) {
      sums.values.push_back(totals[index_of(amount)]);
      sums.scans.push_back(totals[index_of(Amount::kScans)]);
    }
    return rate_of(sums);
  }

  static void expect_agreement(Amount counted, Amount expected) {
    const Rate plain = rate(many(), counted), conditional = rate(few(), expected);
    EXPECT_GT(plain.mean, 0.0) << name_of(counted);
    // Fifteen comparisons: 3.3 standard errors are exceeded in one test of seventy.
    EXPECT_NEAR(conditional.mean, plain.mean, 3.3 * std::hypot(plain.error, conditional.error))
        << name_of(counted);
  }
};

TEST_F(PrecinctStress, ExpectedPeopleAreThoseThatAHundredTimesAsManyRunsCount) {
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    const auto kind = static_cast<WrongfulKind>(i);
    expect_agreement(wrongful_count(kind), expected_count(kind));
  }
  expect_agreement(Amount::kProlonged, Amount::kExpectedProlonged);
}

TEST_F(PrecinctStress, ExpectedHoursAreThoseThatAHundredTimesAsManyRunsCount) {
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    const auto kind = static_cast<WrongfulKind>(i);
    expect_agreement(wrongful_hours(kind), expected_hours(kind));
  }
}

}  // namespace
}  // namespace fieldtwin
