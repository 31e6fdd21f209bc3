/// What the exposure is due to, and what of it stays when nothing but the numbers at hand change.

#include "metrics/exposure/factors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

constexpr double kOfficers = 3000.0, kAgents = 30.0;

class Factors : public testing::Test {
 protected:
  Scenario scenario_ = fix_for_replication(load_scenario("national-day").scenario, Draws(1, 0));
  std::vector<Source> sources_{{Source::Kind::kScans, 0.01, 15.0 * kYear},
                               {Source::Kind::kScans, 0.002, 1.0 * kYear}};

  std::array<double, kExposureFactors> because() const {
    return taken_because(scenario_.exposure, scenario_.storage, kOfficers, kAgents, sources_);
  }
  double of(ExposureFactor factor) const { return because()[index_of(factor)]; }
  double taken() const {
    const ProgrammeRules rules =
        programme_rules(scenario_.exposure, scenario_.storage, kOfficers, kAgents);
    double sum = 0.0;
    for (const Source& source : sources_) sum += sum_of(taken_over_horizon(rules, source));
    return sum;
  }
};

TEST_F(Factors, SumUpToWhatIsTaken) {
  const auto shares = because();
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  EXPECT_GT(sum, 1000.0);
  EXPECT_NEAR(sum, taken(), 1e-5);
}

TEST_F(Factors, GiveNothingToAFactorThatIsNotThere) {
  EXPECT_GT(of(ExposureFactor::kCopies), 0.0);
  scenario_.storage.copies = Count(0.0);
  EXPECT_EQ(of(ExposureFactor::kCopies), 0.0);

  EXPECT_GT(of(ExposureFactor::kRetention), 0.0);
  scenario_.exposure.shortest_retention = 100.0 * kYear;
  EXPECT_EQ(of(ExposureFactor::kRetention), 0.0);

  EXPECT_GT(of(ExposureFactor::kAccess), 0.0);
  scenario_.storage.people_with_access = Count(0.0);
  for (const OtherRole role :
       {OtherRole::kContractors, OtherRole::kSystemUsers, OtherRole::kStateUsers}) {
    scenario_.exposure.people[index_of(role)] = Count(0.0);
  }
  scenario_.exposure.subcontractor.rate = PerYear(0.0);
  EXPECT_EQ(of(ExposureFactor::kAccess), 0.0);
  EXPECT_NEAR(of(ExposureFactor::kRest), taken(), 1e-5);
}

TEST_F(Factors, AreEachTheMeanOfWhatTheyAddInTheOrdersOfComing) {
  const auto worth = [&](unsigned factors) {
    const WorldWithout world =
        world_with(factors, scenario_.exposure, scenario_.storage, kOfficers, kAgents, sources_);
    double sum = 0.0;
    for (const Source& source : world.sources) {
      sum += sum_of(taken_over_horizon(world.rules, source));
    }
    return sum;
  };
  std::array<std::size_t, 3> order{0, 1, 2};
  std::array<double, 3> added{};
  do {
    unsigned there = 0;
    for (const std::size_t factor : order) {
      added[factor] += (worth(there | 1U << factor) - worth(there)) / 6.0;
      there |= 1U << factor;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(because()[i], added[i], 1e-5);
}

}  // namespace
}  // namespace fieldtwin
