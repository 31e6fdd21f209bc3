/// A threshold for each group, so that all have the same false match rate.

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/score/score_matcher.hpp"
#include "tests/shares.hpp"

namespace fieldtwin {
namespace {

constexpr Probability kTypical{0.5};

ProbeMix even_mix() {
  ProbeMix mix{};
  for (auto& group : mix.weight) group = {1.0, 1.0};
  return mix;
}

ScoreMatcher matcher(GroupThresholds thresholds) {
  MatcherParameters parameters;
  parameters.threshold = ThresholdPolicy::kFixedFpir;
  parameters.group_thresholds = thresholds;
  parameters.fpir = Probability(0.01);
  parameters.female_factor = Count(3.0);
  parameters.ethnicity_factor.fill(Count(1.0));
  parameters.ethnicity_factor[index_of(Ethnicity::kBlack)] = Count(5.0);
  parameters.quality_factor = Count(1.0);
  parameters.false_match_scale = Count(1.0);
  parameters.miss_scale = Count(1.0);
  parameters.twin_match = Probability(0.7);
  parameters.relative_match = Probability(0.2);
  Gallery gallery;
  gallery.people = Count(12e6);
  gallery.images_per_person = Count(1.0);
  gallery.image_correlation = Probability(0.0);
  return {{"kiosk", 1.6e6, Probability(0.003), Probability(0.0396), 0.17},
          parameters,
          gallery,
          even_mix()};
}

TEST(GroupThresholds, MakeEveryGroupsFalsePositiveRateTheSame) {
  const ScoreMatcher one = matcher(GroupThresholds::kOne);
  const ScoreMatcher equalised = matcher(GroupThresholds::kEqualised);
  EXPECT_GT(one.fpir(Ethnicity::kBlack, Sex::kFemale).value(),
            10.0 * one.fpir(Ethnicity::kWhite, Sex::kMale).value());
  for (const Sex sex : {Sex::kMale, Sex::kFemale}) {
    for (const Ethnicity group : {Ethnicity::kWhite, Ethnicity::kBlack, Ethnicity::kHispanic}) {
      EXPECT_NEAR(equalised.fpir(group, sex).value(), 0.01, 1e-9);
    }
  }
  EXPECT_EQ(equalised.threshold(), one.threshold());
}

TEST(GroupThresholds, CostMissesWhereTheyAreRaisedAndSaveSomeWhereTheyAreLowered) {
  const ScoreMatcher one = matcher(GroupThresholds::kOne);
  const ScoreMatcher equalised = matcher(GroupThresholds::kEqualised);
  const double before = one.fnir(kTypical).value();
  EXPECT_EQ(one.fnir(kTypical, Ethnicity::kBlack, Sex::kFemale).value(), before);
  EXPECT_GT(equalised.fnir(kTypical, Ethnicity::kBlack, Sex::kFemale).value(), before);
  EXPECT_LT(equalised.fnir(kTypical, Ethnicity::kWhite, Sex::kMale).value(), before);
  // FNIR is a power of the false match rate: 15 times the factor, 15 to the exponent more misses.
  EXPECT_NEAR(equalised.fnir(kTypical, Ethnicity::kBlack, Sex::kFemale).value() /
                  equalised.fnir(kTypical, Ethnicity::kWhite, Sex::kMale).value(),
              std::pow(15.0, 0.17), 1e-9);
}

TEST(GroupThresholds, LeaveTheProbabilitiesThoseOfTheSearches) {
  const ScoreMatcher equalised = matcher(GroupThresholds::kEqualised);
  const Draws draws(5, 0);
  for (const Kin kin : {Kin::kNone, Kin::kTwin, Kin::kRelative}) {
    const Probe probe{Ethnicity::kBlack, Sex::kFemale, Enrolment::kEnrolled, kTypical, kin};
    const IdentificationProbabilities law = equalised.probabilities(probe);
    constexpr std::uint64_t kSearches = 200'000;
    double own = 0, other = 0, relative = 0;
    for (std::uint64_t i = 0; i < kSearches; ++i) {
      const auto found = equalised.identify(probe, i, draws).candidate;
      if (!found) continue;
      own += found->whose == Candidate::Whose::kOwn;
      other += found->whose == Candidate::Whose::kOther;
      relative += found->whose == Candidate::Whose::kKin;
    }
    const auto check = [&](double count, double p) {
      EXPECT_NEAR(count / kSearches, p, 5.0 * std::sqrt(p * (1.0 - p) / kSearches) + 1e-9);
    };
    check(own, law.own);
    check(other, law.other);
    check(relative, law.kin);
  }
}

}  // namespace
}  // namespace fieldtwin
