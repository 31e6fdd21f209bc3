#include "metrics/story/prevention.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

constexpr std::size_t bit(Cause cause) {
  return std::size_t{1} << index_of(cause);
}

/// A wrongful hold wherever all of some causes act.
HarmGames needs(std::size_t causes) {
  HarmGames games;
  for (std::size_t set = 0; set < kCoalitions; ++set) {
    games.people[0][set] = (set & causes) == causes ? 1 : 0;
  }
  return games;
}

TEST(Prevention, NamesEachSingleCause) {
  const auto preventions = preventions_of(needs(bit(Cause::kFalseMatch) | bit(Cause::kDeskError)));
  ASSERT_EQ(preventions.size(), 1u);
  EXPECT_EQ(prevention_words(preventions[0]),
            "the wrongful hold: without any one of false_match (the matcher returns somebody "
            "else); desk_error (the ICE agent errs)");
}

TEST(Prevention, NamesCausesThatHadToBePerfectTogether) {
  HarmGames games;
  for (std::size_t set = 0; set < kCoalitions; ++set) {
    const bool either = (set & (bit(Cause::kOfficer) | bit(Cause::kDeskDelay))) != 0;
    games.people[kProlongedHarm][set] = either ? 1 : 0;
  }
  const auto preventions = preventions_of(games);
  ASSERT_EQ(preventions.size(), 1u);
  EXPECT_EQ(prevention_words(preventions[0]),
            "the prolonged stop: no single cause; or without officer + desk_delay together");
}

TEST(Prevention, SaysWhenNoCauseCouldHavePreventedIt) {
  const auto preventions = preventions_of(needs(0));
  ASSERT_EQ(preventions.size(), 1u);
  EXPECT_TRUE(preventions[0].sets.empty());
  EXPECT_EQ(prevention_words(preventions[0]),
            "the wrongful hold: no cause; it would have happened with all of them perfect");
}

TEST(Prevention, OfWhatDidNotHappenIsNone) {
  EXPECT_TRUE(preventions_of(HarmGames{}).empty());
}

}  // namespace
}  // namespace fieldtwin
