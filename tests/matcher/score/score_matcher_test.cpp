#include "matcher/score/score_matcher.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "matcher/score/non_mated_tail.hpp"
#include "tests/shares.hpp"

namespace fieldtwin {
namespace {

constexpr double kZ = 5.0;
constexpr Probability kMiddle{0.5};
const double kExponent = std::log(7.0 / 5.0) / std::log(7.5);  // 0.0005 at 1.6 M, 0.0007 at 12 M

// NIST FRTE 1:N, nec_010 at FPIR 0.003.
MatcherAnchor mugshot() {
  return {"mugshot", 12e6, Probability(0.003), Probability(0.0007), kExponent};
}
MatcherAnchor kiosk() {
  return {"kiosk", 1.6e6, Probability(0.003), Probability(0.0396), kExponent};
}

/// A matcher, one parameter at a time away from the plain one: no group or quality effects, the
/// threshold re-set to FPIR 0.003.
struct Setting {
  MatcherAnchor anchor = mugshot();
  MatcherParameters parameters;
  Gallery gallery;
  ProbeMix mix;

  Setting() {
    parameters.threshold = ThresholdPolicy::kFixedFpir;
    parameters.group_thresholds = GroupThresholds::kOne;
    parameters.fpir = Probability(0.003);
    parameters.female_factor = Count(1.0);
    parameters.ethnicity_factor.fill(Count(1.0));
    parameters.quality_factor = Count(1.0);
    parameters.false_match_scale = Count(1.0);
    parameters.miss_scale = Count(1.0);
    people(12e6);
    gallery.images_per_person = Count(1.0);
    gallery.image_correlation = Probability(0.0);
    mix = {{{{30, 10}, {15, 5}, {1, 1}, {3, 3}, {1, 0}, {2, 2}, {20, 7}}}};
  }
  Setting& people(double n) {
    gallery.people = Count(n);
    return *this;
  }
  Setting& at(MatcherAnchor a) {
    anchor = std::move(a);
    return *this;
  }
  Setting& frozen() {
    parameters.threshold = ThresholdPolicy::kFrozen;
    return *this;
  }
  ScoreMatcher matcher() const { return {anchor, parameters, gallery, mix}; }
};

Probe probe(Enrolment enrolment, Probability quality = kMiddle, Sex sex = Sex::kMale,
            Ethnicity ethnicity = Ethnicity::kWhite) {
  return {ethnicity, sex, enrolment, quality};
}

struct Counts {
  std::uint64_t own = 0;
  std::uint64_t other = 0;
  std::uint64_t none = 0;
};

Counts identify_many(const ScoreMatcher& matcher, const Probe& probe, std::uint64_t n,
                     std::uint64_t seed = 1) {
  const Draws draws(seed, 0);
  Counts counts;
  for (std::uint64_t i = 0; i < n; ++i) {
    const Identification found = matcher.identify(probe, i, draws);
    if (!found.candidate) {
      ++counts.none;
    } else {
      ++(found.candidate->whose == Candidate::Whose::kOwn ? counts.own : counts.other);
    }
  }
  return counts;
}

double fpir(const ScoreMatcher& matcher) {
  return matcher.fpir(Ethnicity::kWhite, Sex::kMale).value();
}

TEST(ScoreMatcher, ReproducesTheAnchorsInClosedForm) {
  for (const MatcherAnchor& anchor :
       {mugshot(), kiosk(),
        MatcherAnchor{"median", 12e6, Probability(0.003), Probability(0.011), 0.217}}) {
    const ScoreMatcher matcher = Setting().at(anchor).people(anchor.people).matcher();
    EXPECT_NEAR(fpir(matcher), 0.003, 1e-12);
    EXPECT_NEAR(matcher.fnir(kMiddle).value() / anchor.fnir.value(), 1.0, 1e-9);
  }
}

TEST(ScoreMatcher, ReproducesTheAnchorsByChance) {
  constexpr std::uint64_t n = 400'000;
  for (const MatcherAnchor& anchor : {mugshot(), kiosk()}) {
    const ScoreMatcher matcher = Setting().at(anchor).people(anchor.people).matcher();
    const Counts absent = identify_many(matcher, probe(Enrolment::kNotEnrolled), n);
    EXPECT_EQ(absent.own, 0U);
    EXPECT_LT(deviation(absent.other, n, 0.003), kZ);
    // Missed own entries: those who found nobody, as a share of searches without a false positive.
    const Counts present = identify_many(matcher, probe(Enrolment::kEnrolled), n, 2);
    EXPECT_LT(deviation(present.none, n, anchor.fnir.value() * (1.0 - 0.003)), kZ);
  }
}

// The published smaller gallery follows from the larger one.
TEST(ScoreMatcher, FnirAtTheOtherPublishedGallerySize) {
  EXPECT_NEAR(Setting().people(1.6e6).matcher().fnir(kMiddle).value(), 0.0005, 1e-8);
}

TEST(ScoreMatcher, FpirGrowsWithTheGalleryAtAFrozenThreshold) {
  struct Row {
    double people, fpir, rounding;
  };
  for (const Row& row : {Row{12e6, 0.003, 1e-9}, Row{200e6, 0.049, 5e-4}, Row{300e6, 0.072, 5e-4},
                         Row{1.2e9, 0.26, 5e-3}}) {
    const ScoreMatcher matcher = Setting().people(row.people).frozen().matcher();
    EXPECT_NEAR(fpir(matcher), row.fpir, row.rounding);
    EXPECT_NEAR(matcher.fnir(kMiddle).value(), 0.0007, 1e-9);
    const Counts counts = identify_many(matcher, probe(Enrolment::kNotEnrolled), 200'000);
    EXPECT_LT(deviation(counts.other, 200'000, fpir(matcher)), kZ);
  }
}

TEST(ScoreMatcher, FnirGrowsWithTheGalleryAtAFixedFpir) {
  struct Row {
    double people, mugshot, kiosk, kiosk_rounding;
  };
  for (const Row& row : {Row{12e6, 0.0007, 0.055, 1e-3}, Row{200e6, 0.0011, 0.089, 5e-4},
                         Row{300e6, 0.0012, 0.095, 5e-4}, Row{1.2e9, 0.0015, 0.12, 5e-3}}) {
    const ScoreMatcher at_mugshot = Setting().people(row.people).matcher();
    const ScoreMatcher at_kiosk = Setting().at(kiosk()).people(row.people).matcher();
    EXPECT_NEAR(fpir(at_mugshot), 0.003, 1e-12);
    EXPECT_NEAR(at_mugshot.fnir(kMiddle).value(), row.mugshot, 5e-5);
    EXPECT_NEAR(at_kiosk.fnir(kMiddle).value(), row.kiosk, row.kiosk_rounding);
    const Counts counts = identify_many(at_kiosk, probe(Enrolment::kEnrolled), 200'000);
    EXPECT_LT(deviation(counts.none, 200'000, at_kiosk.fnir(kMiddle).value() * (1.0 - 0.003)), kZ);
  }
}

TEST(ScoreMatcher, ImagesPerPersonCountAsPeopleUnlessCorrelated) {
  Setting setting;
  setting.people(200e6).frozen();
  setting.gallery.images_per_person = Count(6.0);
  EXPECT_NEAR(fpir(setting.matcher()), 0.26, 5e-3);
  setting.gallery.image_correlation = Probability(1.0);
  EXPECT_NEAR(fpir(setting.matcher()), 0.049, 5e-4);
}

TEST(ScoreMatcher, AHigherFpirMissesFewer) {
  Setting setting;
  setting.parameters.fpir = Probability(0.03);
  const double ratio = std::log1p(-0.03) / std::log1p(-0.003);  // of tolerated false match rates
  EXPECT_NEAR(setting.matcher().fnir(kMiddle).value(), 0.0007 * std::pow(ratio, -kExponent), 1e-10);
}

TEST(ScoreMatcher, CaptureQualityMultipliesFnir) {
  Setting setting;
  setting.at(kiosk()).people(1.6e6).parameters.quality_factor = Count(4.0);
  const ScoreMatcher matcher = setting.matcher();
  for (const double quality : {0.0, 0.25, 0.5, 0.8, 1.0}) {
    const double expected = 0.0396 * std::pow(4.0, 1.0 - 2.0 * quality);
    EXPECT_NEAR(matcher.fnir(Probability(quality)).value(), expected, 1e-9);
    const Counts counts =
        identify_many(matcher, probe(Enrolment::kEnrolled, Probability(quality)), 200'000);
    EXPECT_LT(deviation(counts.none, 200'000, expected * (1.0 - 0.003)), kZ);
  }
  EXPECT_NEAR(fpir(matcher), 0.003, 1e-12);
}

TEST(ScoreMatcher, GroupsDifferByTheirFactorsAndTheAverageIsKept) {
  Setting setting;
  setting.parameters.fpir = Probability(1e-5);
  setting.parameters.female_factor = Count(3.0);
  setting.parameters.ethnicity_factor[index_of(Ethnicity::kBlack)] = Count(10.0);
  setting.parameters.ethnicity_factor[index_of(Ethnicity::kAsian)] = Count(20.0);
  const ScoreMatcher matcher = setting.matcher();
  const auto rate = [&](Ethnicity e, Sex s) { return matcher.fpir(e, s).value(); };
  EXPECT_NEAR(rate(Ethnicity::kWhite, Sex::kFemale) / rate(Ethnicity::kWhite, Sex::kMale), 3.0,
              1e-3);
  EXPECT_NEAR(rate(Ethnicity::kBlack, Sex::kMale) / rate(Ethnicity::kWhite, Sex::kMale), 10.0,
              1e-2);
  EXPECT_NEAR(rate(Ethnicity::kAsian, Sex::kFemale) / rate(Ethnicity::kWhite, Sex::kMale), 60.0,
              0.1);
  double total = 0.0;
  double average = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    for (std::size_t s = 0; s < 2; ++s) {
      total += setting.mix.weight[e][s];
      average += setting.mix.weight[e][s] * rate(static_cast<Ethnicity>(e), static_cast<Sex>(s));
    }
  }
  EXPECT_NEAR(average / total / 1e-5, 1.0, 1e-4);
}

TEST(ScoreMatcher, GroupRatesByChance) {
  Setting setting;
  setting.frozen().people(200e6).parameters.female_factor = Count(5.0);
  setting.parameters.ethnicity_factor[index_of(Ethnicity::kBlack)] = Count(10.0);
  const ScoreMatcher matcher = setting.matcher();
  for (const Ethnicity ethnicity : {Ethnicity::kWhite, Ethnicity::kBlack}) {
    for (const Sex sex : {Sex::kMale, Sex::kFemale}) {
      const Counts counts =
          identify_many(matcher, probe(Enrolment::kNotEnrolled, kMiddle, sex, ethnicity), 200'000);
      EXPECT_LT(deviation(counts.other, 200'000, matcher.fpir(ethnicity, sex).value()), kZ);
    }
  }
}

/// The probability that a mated search returns somebody else, by Simpson's rule over the own score:
/// an impostor above the threshold when the own entry is missed, or above the own score otherwise.
double lost_to_impostor(const Setting& setting, const ScoreMatcher& matcher) {
  const double tau = matcher.threshold();
  const double b = setting.anchor.exponent;
  const double fnir = matcher.fnir(kMiddle).value();
  const double highest = tau - std::log(fnir) / b;
  const auto integrand = [&](double x) {
    return b * std::exp(-b * (highest - x)) *
           false_positive_rate(x, matcher.effective_people(), 1.0).value();
  };
  constexpr int kSteps = 20'000;
  const double h = (highest - tau) / kSteps;
  double sum = integrand(tau) + integrand(highest);
  for (int i = 1; i < kSteps; ++i) sum += (i % 2 == 0 ? 2.0 : 4.0) * integrand(tau + i * h);
  return fpir(matcher) * fnir + sum * h / 3.0;
}

TEST(ScoreMatcher, AMatedSearchCanBeLostToAnImpostor) {
  Setting setting;
  setting.at(kiosk()).people(1.2e9).frozen();
  const ScoreMatcher matcher = setting.matcher();
  const double lost = lost_to_impostor(setting, matcher);
  constexpr std::uint64_t n = 1'000'000;
  const Counts counts = identify_many(matcher, probe(Enrolment::kEnrolled), n);
  EXPECT_GT(lost, fpir(matcher) * matcher.fnir(kMiddle).value() * 1.05);
  EXPECT_LT(deviation(counts.other, n, lost), kZ);
  const double none = matcher.fnir(kMiddle).value() * (1.0 - fpir(matcher));
  EXPECT_LT(deviation(counts.none, n, none), kZ);
  EXPECT_LT(deviation(counts.own, n, 1.0 - lost - none), kZ);
}

TEST(ScoreMatcher, TellsTheLawOfWhatItReturns) {
  constexpr std::uint64_t kSearches = 100'000;
  for (const double scale : {0.3, 1.0, 3.0}) {
    for (const double misses : {0.0, 1.0, 4.0}) {
      Setting setting;
      setting.at(kiosk()).parameters.fpir = Probability(0.2);
      setting.parameters.false_match_scale = Count(scale);
      setting.parameters.miss_scale = Count(misses);
      setting.parameters.quality_factor = Count(3.0);
      setting.parameters.twin_match = Probability(0.9);
      setting.parameters.relative_match = Probability(0.2);
      const ScoreMatcher matcher = setting.matcher();
      for (const Enrolment enrolment : {Enrolment::kEnrolled, Enrolment::kNotEnrolled}) {
        for (const Kin kin : {Kin::kNone, Kin::kTwin, Kin::kRelative}) {
          Probe searched = probe(enrolment, Probability(0.2));
          searched.kin = kin;
          IdentificationProbabilities seen{0.0, 0.0, 0.0, 0.0};
          for (std::uint64_t i = 0; i < kSearches; ++i) {
            const Identification found = matcher.identify(searched, i, Draws(8, 0));
            (!found.candidate                                   ? seen.nobody
             : found.candidate->whose == Candidate::Whose::kOwn ? seen.own
             : found.candidate->whose == Candidate::Whose::kKin ? seen.kin
                                                                : seen.other) += 1.0;
          }
          const IdentificationProbabilities law = matcher.probabilities(searched);
          EXPECT_NEAR(law.own + law.kin + law.other + law.nobody, 1.0, 1e-9);
          const auto check = [&](double count, double p) {
            EXPECT_NEAR(count, kSearches * p, 4.5 * std::sqrt(kSearches * p * (1.0 - p)) + 1e-6)
                << scale << ' ' << misses << ' ' << static_cast<int>(kin);
          };
          check(seen.own, law.own);
          check(seen.kin, law.kin);
          check(seen.other, law.other);
          check(seen.nobody, law.nobody);
        }
      }
    }
  }
}

TEST(ScoreMatcher, CandidatesAreAtOrAboveTheThreshold) {
  const ScoreMatcher matcher = Setting().at(kiosk()).people(1.2e9).frozen().matcher();
  int candidates = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const auto found = matcher.identify(probe(Enrolment::kEnrolled), i, Draws(1, 0)).candidate;
    if (!found) continue;
    ++candidates;
    ASSERT_GE(found->score, matcher.threshold());
  }
  EXPECT_GT(candidates, 10'000);
}

/// An encounter's luck does not depend on the policy: a higher threshold never finds more.
TEST(ScoreMatcher, TheSameLuckUnderAnotherThreshold) {
  Setting strict;
  strict.at(kiosk()).people(200e6);
  Setting loose = strict;
  loose.frozen();
  const ScoreMatcher one = strict.matcher();
  const ScoreMatcher two = loose.matcher();
  int differ = 0;
  for (std::uint64_t i = 0; i < 50'000; ++i) {
    const auto a = one.identify(probe(Enrolment::kEnrolled), i, Draws(1, 0)).candidate;
    const auto b = two.identify(probe(Enrolment::kEnrolled), i, Draws(1, 0)).candidate;
    if (a) {
      ASSERT_TRUE(b);
      ASSERT_EQ(a->whose, b->whose);
      ASSERT_EQ(a->score, b->score);
    }
    differ += a.has_value() != b.has_value() ? 1 : 0;
  }
  EXPECT_GT(differ, 100);
}

TEST(ScoreMatcher, ExtremeSettingsStayProbabilities) {
  for (const double people : {1.0, 1e11}) {
    for (const double rate : {1e-9, 0.99}) {
      for (const ThresholdPolicy policy : {ThresholdPolicy::kFixedFpir, ThresholdPolicy::kFrozen}) {
        Setting setting;
        setting.people(people);
        setting.gallery.images_per_person = Count(1e4);
        setting.parameters.threshold = policy;
        setting.parameters.fpir = Probability(rate);
        setting.parameters.female_factor = Count(1000.0);
        setting.parameters.ethnicity_factor[0] = Count(0.01);
        setting.parameters.quality_factor = Count(1e4);
        const ScoreMatcher matcher = setting.matcher();
        EXPECT_TRUE(std::isfinite(matcher.threshold()));
        for (std::size_t e = 0; e < kEthnicities; ++e) {
          for (const Sex sex : {Sex::kMale, Sex::kFemale}) {
            const double p = matcher.fpir(static_cast<Ethnicity>(e), sex).value();
            EXPECT_GE(p, 0.0);
            EXPECT_LE(p, 1.0);
          }
        }
        for (const double quality : {0.0, 1.0}) {
          const double p = matcher.fnir(Probability(quality)).value();
          EXPECT_GE(p, 0.0);
          EXPECT_LE(p, 1.0);
          for (std::uint64_t i = 0; i < 1000; ++i) {
            const auto found =
                matcher
                    .identify(probe(Enrolment::kEnrolled, Probability(quality), Sex::kFemale), i,
                              Draws(1, 0))
                    .candidate;
            if (found) {
              ASSERT_TRUE(std::isfinite(found->score));
            }
          }
        }
      }
    }
  }
}

TEST(ScoreMatcher, RefusesAnAnchorWithoutExponent) {
  Setting setting;
  setting.anchor.exponent = 0.0;
  EXPECT_THROW(setting.matcher(), std::invalid_argument);
}

TEST(FindAnchor, ByNameOrNamesThoseThereAre) {
  const std::vector<MatcherAnchor> anchors{mugshot(), kiosk()};
  EXPECT_EQ(find_anchor(anchors, "kiosk").people, 1.6e6);
  try {
    find_anchor(anchors, "koisk");
    FAIL() << "no such anchor";
  } catch (const std::invalid_argument& error) {
    EXPECT_NE(std::string(error.what()).find("mugshot, kiosk"), std::string::npos);
  }
}

}  // namespace
}  // namespace fieldtwin
