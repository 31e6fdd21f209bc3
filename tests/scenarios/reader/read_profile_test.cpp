#include "scenarios/reader/read_profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

constexpr const char* kProfile = R"({"kind": "matcher-profile", "effort": "accurate",
  "extraction": {"total": {"median_s": 0.05, "p95_s": 0.08}},
  "search": [{"templates": 4000, "one": {"median_s": 0.004, "p95_s": 0.008}},
             {"templates": 1000, "one": {"median_s": 0.002, "p95_s": 0.003}}]})";

MatcherProfile profile() {
  ErrorList errors;
  const auto read = read_profile(kProfile, "profile.json", errors);
  EXPECT_TRUE(errors.empty());
  return read.value();
}

/// What a text is refused for.
std::string refusal(std::string text, const std::string& before, const std::string& after) {
  text.replace(text.find(before), before.size(), after);
  ErrorList errors;
  EXPECT_FALSE(read_profile(text, "profile.json", errors).has_value());
  try {
    errors.raise_if_any();
  } catch (const ScenarioErrors& refused) {
    return to_string(refused.errors().front());
  }
  return "";
}

TEST(Profile, HasTheTimesOfTheFileWithGalleriesInTheOrderOfTheirSizes) {
  const MatcherProfile read = profile();
  EXPECT_EQ(read.effort, MatcherProfile::Effort::kAccurate);
  EXPECT_EQ(read.extraction.median, Seconds(0.05));
  EXPECT_EQ(read.extraction.p95, Seconds(0.08));
  ASSERT_EQ(read.searches.size(), 2u);
  EXPECT_EQ(read.searches.front().templates, 1000.0);
  EXPECT_EQ(read.searches.back().time.median, Seconds(0.004));
}

TEST(Profile, SearchesTakeWhatWasMeasuredAndInBetweenWhatLiesBetween) {
  EXPECT_DOUBLE_EQ(search_time(profile(), 1000).median.value(), 0.002);
  EXPECT_DOUBLE_EQ(search_time(profile(), 4000).p95.value(), 0.008);
  EXPECT_DOUBLE_EQ(search_time(profile(), 2500).median.value(), 0.003);
  EXPECT_DOUBLE_EQ(search_time(profile(), 2500).p95.value(), 0.0055);
}

TEST(Profile, BeyondWhatWasMeasuredTimeIsInProportionToTheGallery) {
  EXPECT_DOUBLE_EQ(search_time(profile(), 500).median.value(), 0.001);
  EXPECT_DOUBLE_EQ(search_time(profile(), 40'000).median.value(), 0.04);
}

TEST(Profile, ATimeHasItsMedianAndItsPercentile) {
  const Distribution time = time_of({Seconds(0.05), Seconds(0.08)});
  EXPECT_NEAR(time.quantile(0.5), 0.05, 1e-12);
  EXPECT_NEAR(time.quantile(0.95), 0.08, 1e-9);
}

TEST(Profile, WhatIsNoneIsRefusedWithWhatMakesOne) {
  EXPECT_THAT(refusal(kProfile, "matcher-profile", "a report"),
              testing::AllOf(testing::HasSubstr("profile.json"), testing::HasSubstr("no profile"),
                             testing::HasSubstr("fieldtwin matcher bench")));
  EXPECT_THAT(refusal(kProfile, "0.05", "0.09"), testing::HasSubstr("below its median"));
  EXPECT_THAT(refusal(kProfile, "4000", "0"), testing::HasSubstr("a gallery is empty"));
  EXPECT_THAT(refusal(kProfile, "{", "["), testing::HasSubstr("profile.json"));
}

}  // namespace
}  // namespace fieldtwin
