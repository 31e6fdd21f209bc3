/// The score matcher, anchored on the population of templates, is held against searches of other
/// people of it.

#include "matcher/template/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/score/score_matcher.hpp"
#include "matcher/template/modelled_searches.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kSearches = 6000;
constexpr double kFpir = 0.02;

struct Share {
  double rate;
  double variance;
};
Share share(std::size_t hits, std::size_t of) {
  const double rate = static_cast<double>(hits) / static_cast<double>(of);
  return {rate, rate * (1.0 - rate) / static_cast<double>(of)};
}

/// What draws of scores give at N: false positives of non-mated searches, misses of mated ones.
std::pair<Share, Share> by_scores(const MatcherAnchor& anchor, double people) {
  MatcherParameters parameters;
  parameters.threshold = ThresholdPolicy::kFixedFpir;
  parameters.group_thresholds = GroupThresholds::kOne;
  parameters.quality_factor = Count(1.0);
  parameters.fpir = Probability(kFpir);
  parameters.miss_scale = Count(1.0);
  parameters.false_match_scale = Count(1.0);
  parameters.female_factor = Count(1.0);
  parameters.ethnicity_factor.fill(Count(1.0));
  Gallery gallery;
  gallery.people = Count(people);
  gallery.images_per_person = Count(1.0);
  gallery.image_correlation = Probability(0.0);
  ProbeMix mix;
  for (auto& group : mix.weight) group = {1.0, 1.0};
  const ScoreMatcher matcher(anchor, parameters, gallery, mix);
  std::size_t found = 0, missed = 0;
  for (std::uint64_t i = 0; i < kSearches; ++i) {
    Probe probe{Ethnicity::kWhite, Sex::kMale, Enrolment::kNotEnrolled, Probability(0.5)};
    found += matcher.identify(probe, i, Draws(8, 0)).candidate ? 1 : 0;
    probe.enrolment = Enrolment::kEnrolled;
    const auto own = matcher.identify(probe, i, Draws(9, 0)).candidate;
    missed += own ? 0 : 1;
  }
  return {share(found, kSearches), share(missed, kSearches)};
}

/// FPIR at all sizes; FNIR where the anchor is, as the law is straight and FNIR is not.
TEST(Calibration, ScoresGiveTheErrorsOfTemplates) {
  const auto population = TemplatePopulation::shipped();
  const CalibrationPlan plan{.people = 2000, .fpir = Probability(kFpir), .searches = kSearches};
  const Calibration found = calibrate(ModelledPeople(population, Draws(41, 0)), plan);
  EXPECT_GT(found.anchor.exponent, 0.0);
  const ModelledPeople others(population, Draws(42, 0));
  for (const CalibrationPoint& point : found.points) {
    if (point.from != CalibrationPoint::From::kSearches) continue;
    const auto n = static_cast<std::uint64_t>(point.people);
    std::size_t positives = 0, missed = 0;
    for (const auto& best : non_mated_searches(others, others.gallery(n, 1),
                                               {.searches = kSearches, .first_person = 1ULL << 41U})
                                .best) {
      positives += -best.front() <= point.distance ? 1 : 0;
    }
    for (const double own : mated_distances(others, {.searches = kSearches})) {
      missed += own > point.distance ? 1 : 0;
    }
    const Share fpir = share(positives, kSearches), fnir = share(missed, kSearches);
    const auto [score_fpir, score_fnir] = by_scores(found.anchor, point.people);
    // The calibration counted as many searches, so its own error is that of another such count.
    // People of a gallery are shared by all searches of it, which widens FPIR's: a factor of 2.
    EXPECT_LT(std::abs(fpir.rate - score_fpir.rate),
              3.0 * std::sqrt(2.0 * 2.0 * fpir.variance + score_fpir.variance))
        << n << ": " << fpir.rate << " by templates, " << score_fpir.rate << " by scores";
    if (n < plan.people) continue;
    if (n > plan.people) {  // FNIR over ln N bends down: the law's line leaves it above
      EXPECT_GT(point.law, fnir.rate);
      continue;
    }
    EXPECT_LT(std::abs(fnir.rate * (1.0 - kFpir) - score_fnir.rate),
              3.0 * std::sqrt(2.0 * fnir.variance + score_fnir.variance))
        << fnir.rate << " by templates, " << score_fnir.rate << " by scores";
  }
}

/// The table says with what command it was made; here it is made again. Larger galleries follow by
/// the tail, which must not refuse a hundred times as many as were searched.
TEST(Calibration, TheShippedRowIsThatOfTheShippedPopulation) {
  const ModelledPeople people(TemplatePopulation::shipped(), Draws(2, 0));
  const Calibration found = calibrate(people, {.threads = 2});
  const auto scenario = load_scenario("precinct").scenario;
  const MatcherAnchor& row = find_anchor(scenario.tables.anchors, found.anchor.name);
  EXPECT_EQ(row.people, found.anchor.people);
  EXPECT_EQ(row.fpir, found.anchor.fpir);
  EXPECT_NEAR(row.fnir.value(), found.anchor.fnir.value(), 5.1e-5);
  EXPECT_NEAR(row.exponent, found.anchor.exponent, 5.1e-4);
  EXPECT_FALSE(found.refusal);
  EXPECT_EQ(found.points.size(), 5U);
}

TEST(Calibration, RefusesTooFewSearches) {
  const ModelledPeople people(TemplatePopulation::shipped(), Draws(1, 0));
  EXPECT_THROW(calibrate(people, {.fpir = Probability(0.01), .searches = 1000}),
               std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin
