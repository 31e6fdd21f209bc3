#include "metrics/expected_sums.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace fieldtwin {
namespace {

/// What could come of a scan, at random, of somebody at random.
ExpectedHarm some_harm(std::mt19937& random) {
  std::uniform_real_distribution<double> share(0.0, 0.01);
  ExpectedHarm harm;
  harm.status = static_cast<Status>(random() % kStatuses);
  harm.prolonged = share(random);
  for (auto& decisions : harm.holds) {
    for (auto& hold : decisions) {
      if (random() % 3 == 0) hold = {share(random), 24.0 * share(random)};
    }
  }
  return harm;
}

/// The sums by dimension and category of one amount.
std::map<std::pair<Grouping, std::string>, double> of(const Tally& tally, Amount amount) {
  std::map<std::pair<Grouping, std::string>, double> sums;
  for (const TallyRow& row : tally.rows({"FL"}, Tally::Systems::kOne)) {
    if (row.amount == amount) sums[{row.dimension, row.key}] = row.value;
  }
  return sums;
}

TEST(ExpectedSums, AreThoseOfEachHoldAddedByItself) {
  std::mt19937 random(7);
  Tally together(1), one_by_one(1);
  ExpectedSums sums;
  for (int scan = 0; scan < 200; ++scan) {
    const ExpectedHarm harm = some_harm(random);
    sums.add(harm, together);
    one_by_one.add(Amount::kExpectedProlonged, Tally::of_person(harm), harm.prolonged);
    for (std::size_t o = 0; o < kHoldOrigins; ++o) {
      const auto origin = static_cast<HoldOrigin>(o);
      const auto flags = flags_of(wrongful_kinds(origin, standing_of(harm.status)));
      for (std::size_t d = 0; d < kHoldDecisions; ++d) {
        const auto causes = Tally::of_causes(origin, static_cast<HoldDecision>(d));
        for (const auto& cells : {Tally::of_person(harm), causes}) {
          for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
            if (!flags[i]) continue;
            const auto kind = static_cast<WrongfulKind>(i);
            one_by_one.add(expected_count(kind), cells, harm.holds[o][d].probability);
            one_by_one.add(expected_hours(kind), cells, harm.holds[o][d].hours);
          }
        }
      }
    }
  }
  sums.finish(together);

  std::vector<Amount> amounts{Amount::kExpectedProlonged};
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    amounts.push_back(expected_count(static_cast<WrongfulKind>(i)));
    amounts.push_back(expected_hours(static_cast<WrongfulKind>(i)));
  }
  for (const Amount amount : amounts) {
    const auto expected = of(one_by_one, amount), found = of(together, amount);
    ASSERT_EQ(found.size(), expected.size()) << name_of(amount);
    EXPECT_FALSE(expected.empty()) << name_of(amount);
    for (const auto& [category, sum] : expected) {
      ASSERT_TRUE(found.contains(category)) << category.second;
      EXPECT_NEAR(found.at(category), sum, 1e-12 * sum) << category.second;
    }
  }
}

}  // namespace
}  // namespace fieldtwin
