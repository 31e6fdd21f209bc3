#include "metrics/exposure/spell.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fieldtwin {
namespace {

const Spells kTwoYears{{Seconds(0.0), 2.0 * kYear, 1.0}};

TEST(Spells, OfOneRetentionGiveLittlesLaw) {
  // A constant flow and a fixed retention: stock = flow * retention once the first photos go.
  const double flow = 1e-3;  // a second
  const Flow steady = yearly_flow(flow, 1.0, 10.0 * kYear);
  for (const double years : {2.0, 2.5, 7.0, 10.0}) {
    EXPECT_NEAR(stock(steady, kTwoYears, years * kYear), flow * 2.0 * kYear.value(), 1e-6) << years;
  }
  EXPECT_NEAR(stock(steady, kTwoYears, 0.5 * kYear), flow * 0.5 * kYear.value(), 1e-6);
  // Its integral: a triangle of two years, then eight years at the level.
  EXPECT_NEAR(photo_years(steady, kTwoYears, 10.0 * kYear),
              flow * kYear.value() * (2.0 * 2.0 / 2.0 + 8.0 * 2.0), 1e-4);
}

TEST(Spells, DwindleAtTheirHazard) {
  const double hazard = 0.5 / kYear.value();
  const Spells spells{{Seconds(0.0), kForEver, 1.0, hazard}};
  EXPECT_DOUBLE_EQ(present(spells, 3.0 * kYear), std::exp(-1.5));
  EXPECT_NEAR(time_present(spells, 3.0 * kYear) / kYear.value(), 2.0 * (1.0 - std::exp(-1.5)),
              1e-12);
  EXPECT_NEAR(photo_seconds(spells, 3.0 * kYear) / (kYear.value() * kYear.value()),
              2.0 * (3.0 - 2.0 * (1.0 - std::exp(-1.5))), 1e-12);
}

TEST(Spells, OfASmallHazardAreThoseOfNone) {
  const Spells none{{Seconds(0.0), 15.0 * kYear, 1.0}};
  for (const double hazard : {1e-18, 1e-15, 1e-12}) {
    const Spells some{{Seconds(0.0), 15.0 * kYear, 1.0, hazard}};
    const double expected = hazard * 20.0 * kYear.value();
    EXPECT_NEAR(photo_seconds(some, 20.0 * kYear) / photo_seconds(none, 20.0 * kYear), 1.0,
                1e-12 + expected);
  }
}

TEST(Spells, OfABurstAreThoseOfAVeryShortCohort) {
  const Flow burst{{kYear, kYear, 1000.0}};
  const Flow brief{{kYear, kYear + Seconds(1.0), 1000.0}};
  for (const double years : {0.5, 1.5, 2.9, 3.1, 9.0}) {
    EXPECT_NEAR(stock(burst, kTwoYears, years * kYear), stock(brief, kTwoYears, years * kYear),
                1e-3);
    EXPECT_NEAR(photo_years(burst, kTwoYears, years * kYear),
                photo_years(brief, kTwoYears, years * kYear), 1e-3);
  }
}

TEST(YearlyFlow, GrowsFromYearToYear) {
  const Flow flow = yearly_flow(1.0, 2.0, 2.5 * kYear);
  EXPECT_DOUBLE_EQ(created(flow, 2.5 * kYear) / kYear.value(), 1.0 + 2.0 + 0.5 * 4.0);
  EXPECT_DOUBLE_EQ(created(flow, 1.5 * kYear) / kYear.value(), 1.0 + 0.5 * 2.0);
  EXPECT_EQ(yearly_flow(1.0, 1.0, 15.0 * kYear).size(), 1u);
  EXPECT_EQ(created(yearly_flow(1.0, 0.0, 5.0 * kYear), 5.0 * kYear), kYear.value());
}

}  // namespace
}  // namespace fieldtwin
