// An enrolled twin or close relative of the person in the photo.

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "matcher/score/score_matcher.hpp"
#include "tests/shares.hpp"

namespace fieldtwin {
namespace {

constexpr double kKinZ = 5.0;
constexpr std::uint64_t kSearches = 200'000;

/// NIST FRTE 1:N's nec_010 at 12 million, without effects of group or quality.
ScoreMatcher matcher(double twin_match, double relative_match) {
  MatcherParameters parameters;
  parameters.threshold = ThresholdPolicy::kFixedFpir;
  parameters.group_thresholds = GroupThresholds::kOne;
  parameters.fpir = Probability(0.003);
  parameters.female_factor = Count(1.0);
  parameters.ethnicity_factor.fill(Count(1.0));
  parameters.quality_factor = Count(1.0);
  parameters.false_match_scale = Count(1.0);
  parameters.miss_scale = Count(1.0);
  parameters.twin_match = Probability(twin_match);
  parameters.relative_match = Probability(relative_match);
  Gallery gallery;
  gallery.people = Count(12e6);
  gallery.images_per_person = Count(1.0);
  gallery.image_correlation = Probability(0.0);
  const ProbeMix mix{{{{30, 10}, {15, 5}, {1, 1}, {3, 3}, {1, 0}, {2, 2}, {20, 7}}}};
  return {{"mugshot", 12e6, Probability(0.003), Probability(0.0007), 0.167},
          parameters, gallery, mix};
}

Probe probe(Enrolment enrolment, Kin kin) {
  return {Ethnicity::kWhite, Sex::kMale, enrolment, Probability(0.5), kin};
}

/// Whom searches returned: by Candidate::Whose, then nobody.
std::array<std::uint64_t, 4> outcomes(const ScoreMatcher& matcher, const Probe& probe) {
  const Draws draws(7, 0);
  std::array<std::uint64_t, 4> counts{};
  for (std::uint64_t i = 0; i < kSearches; ++i) {
    const auto found = matcher.identify(probe, i, draws).candidate;
    ++counts[found ? static_cast<std::size_t>(found->whose) : 3];
  }
  return counts;
}

double kin_found(const ScoreMatcher& matcher, const Probe& probe) {
  return static_cast<double>(
             outcomes(matcher, probe)[static_cast<std::size_t>(Candidate::Whose::kKin)]) /
         kSearches;
}

TEST(Kin, IsTakenForAPersonWhoIsNotEnrolledAsOftenAsItMatches) {
  const ScoreMatcher both = matcher(0.6, 0.05);
  // An impostor above the threshold may score higher still: at most 0.3 % of searches.
  EXPECT_NEAR(kin_found(both, probe(Enrolment::kNotEnrolled, Kin::kTwin)), 0.6, 0.003 + 0.006);
  EXPECT_NEAR(kin_found(both, probe(Enrolment::kNotEnrolled, Kin::kRelative)), 0.05, 0.003);
  EXPECT_EQ(kin_found(both, probe(Enrolment::kNotEnrolled, Kin::kNone)), 0.0);
}

TEST(Kin, WhoNeverMatchesIsNeverReturned) {
  const ScoreMatcher none = matcher(0.0, 0.0);
  for (const Enrolment enrolment : {Enrolment::kNotEnrolled, Enrolment::kEnrolled}) {
    EXPECT_EQ(kin_found(none, probe(enrolment, Kin::kTwin)), 0.0);
    EXPECT_EQ(kin_found(none, probe(enrolment, Kin::kRelative)), 0.0);
  }
}

// A twin who always matches is as alike as the person's own photo, and no more.
TEST(Kin, ATwinAsAlikeAsTheOwnPhotoWinsHalfOfTheSearches) {
  const ScoreMatcher alike = matcher(1.0, 0.0);
  EXPECT_NEAR(kin_found(alike, probe(Enrolment::kEnrolled, Kin::kTwin)), 0.5, 0.0015 + 0.006);
  const auto alone = outcomes(alike, probe(Enrolment::kNotEnrolled, Kin::kTwin));
  EXPECT_LT(
      deviation(alone[3], kSearches, alike.fnir(Probability(0.5)).value() * (1.0 - 0.003)), kKinZ);
}

TEST(Kin, TheLawToldIsTheLawDrawn) {
  for (const double twin : {0.1, 0.6, 0.99, 1.0}) {
    const ScoreMatcher searched = matcher(twin, 0.02);
    for (const Enrolment enrolment : {Enrolment::kNotEnrolled, Enrolment::kEnrolled}) {
      for (const Kin kin : {Kin::kTwin, Kin::kRelative}) {
        const Probe who = probe(enrolment, kin);
        const IdentificationProbabilities law = searched.probabilities(who);
        const auto counted = outcomes(searched, who);
        const std::array<double, 4> told{law.own, law.other, law.kin, law.nobody};
        for (std::size_t i = 0; i < told.size(); ++i) {
          EXPECT_LT(deviation(counted[i], kSearches, told[i]), kKinZ)
              << twin << ", outcome " << i << ": " << told[i];
        }
        EXPECT_NEAR(law.own + law.other + law.kin + law.nobody, 1.0, 1e-12);
      }
    }
  }
}

// The relative's score is a draw of its own: whoever is returned without them is returned with the
// same score, unless it is they.
TEST(Kin, MovesNobodyElsesScore) {
  const ScoreMatcher searched = matcher(0.6, 0.05);
  const Draws draws(3, 0);
  int same = 0;
  for (std::uint64_t i = 0; i < 2'000; ++i) {
    const auto alone = searched.identify(probe(Enrolment::kEnrolled, Kin::kNone), i, draws);
    const auto with = searched.identify(probe(Enrolment::kEnrolled, Kin::kTwin), i, draws);
    if (!with.candidate || with.candidate->whose == Candidate::Whose::kKin) continue;
    ASSERT_TRUE(alone.candidate.has_value());
    EXPECT_EQ(alone.candidate->score, with.candidate->score);
    ++same;
  }
  EXPECT_GT(same, 1'000);
}

}  // namespace
}  // namespace fieldtwin
