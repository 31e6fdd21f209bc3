#include "matcher/synthetic/person/identity.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/synthetic/person/details.hpp"

namespace fieldtwin {
namespace {

const Draws kOfPeople = Draws(3, 0).across_replications();

FacePerson somebody(std::uint64_t id, Ethnicity ethnicity = Ethnicity::kHispanic,
                    Sex sex = Sex::kFemale, std::uint8_t age = 33) {
  return {id, ethnicity, sex, age};
}

TEST(Identity, IsTheSameWhenThePersonIsMetAgainOlder) {
  const auto now = identity_of(somebody(7), {}, kOfPeople);
  const auto later = identity_of(somebody(7, Ethnicity::kHispanic, Sex::kFemale, 51), {}, kOfPeople);
  EXPECT_EQ(now.details, later.details);
  EXPECT_EQ(now.asymmetry, later.asymmetry);
  EXPECT_EQ(now.ancestry, later.ancestry);
  EXPECT_EQ(now.eyes, later.eyes);
}

TEST(Identity, DiffersBetweenPeopleAndSeeds) {
  const auto one = identity_of(somebody(7), {}, kOfPeople);
  EXPECT_NE(one.details, identity_of(somebody(8), {}, kOfPeople).details);
  EXPECT_NE(one.details, identity_of(somebody(7), {}, Draws(4, 0).across_replications()).details);
}

TEST(Identity, DetailsHaveTheSpreadThatIsAskedFor) {
  const FaceSpread spread{.detail = 0.4f, .asymmetry = 0.0f};
  double sum = 0.0, squares = 0.0, n = 0.0;
  for (std::uint64_t id = 0; id < 400; ++id) {
    const auto identity = identity_of(somebody(id), spread, kOfPeople);
    for (std::size_t i = 0; i < identity.details.size(); ++i) {
      EXPECT_EQ(identity.asymmetry[i], 0.0f);
      const double value = identity.details[i] / face_details()[i].scale;
      sum += value, squares += value * value, ++n;
    }
  }
  EXPECT_NEAR(sum / n, 0.0, 0.01);
  // A normal cut off at 2.5 standard deviations has 0.99 of its spread.
  EXPECT_NEAR(std::sqrt(squares / n), 0.4 * 0.99, 0.01);
}

TEST(Identity, AncestriesAreSharesAndFollowTheGroup) {
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    for (std::uint64_t id = 0; id < 50; ++id) {
      const auto identity = identity_of(somebody(id, static_cast<Ethnicity>(e)), {}, kOfPeople);
      float sum = 0.0f;
      for (const float share : identity.ancestry) {
        EXPECT_GE(share, 0.0f);
        sum += share;
      }
      EXPECT_NEAR(sum, 1.0f, 1e-5f);
    }
  }
  const auto black = identity_of(somebody(1, Ethnicity::kBlack), {}, kOfPeople);
  EXPECT_GT(black.ancestry[index_of(Ancestry::kAfrican)], 0.7f);
  const auto white = identity_of(somebody(1, Ethnicity::kWhite), {}, kOfPeople);
  EXPECT_GT(white.ancestry[index_of(Ancestry::kCaucasian)], 0.85f);
}

TEST(Identity, WomenHaveNoBeards) {
  for (std::uint64_t id = 0; id < 200; ++id) {
    EXPECT_EQ(identity_of(somebody(id), {}, kOfPeople).beard_habit, 0.0f);
  }
}

}  // namespace
}  // namespace fieldtwin
