#include "agents/belief.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "agents/person.hpp"

namespace fieldtwin {
namespace {

TEST(Belief, IsNeverMadeFromTheTruth) {
  EXPECT_FALSE((std::is_constructible_v<AppBelief, Person>));
  EXPECT_FALSE((std::is_constructible_v<OfficerBelief, Person>));
  EXPECT_FALSE((std::is_constructible_v<IceBelief, Person>));
  EXPECT_FALSE((std::is_convertible_v<Standing, IceBelief>));
}

TEST(Belief, ARecordIsNotTheTruthItIsAbout) {
  EXPECT_FALSE((std::is_convertible_v<Record, Standing>));
  EXPECT_FALSE((std::is_convertible_v<Standing, Record>));
}

TEST(Record, AWrongOneShowsWhatIsNotSo) {
  EXPECT_EQ(wrong_standing(Standing::kCitizen), Standing::kRemovable);
  EXPECT_EQ(wrong_standing(Standing::kLawful), Standing::kRemovable);
  EXPECT_EQ(wrong_standing(Standing::kRemovable), Standing::kLawful);
}

}  // namespace
}  // namespace fieldtwin
