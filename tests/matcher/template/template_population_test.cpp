#include "matcher/template/template_population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "matcher/gallery/distance.hpp"

namespace fieldtwin {
namespace {

const Draws kDraws(31, 0);
constexpr Probability kMiddle(0.5);

double distance(const Template& a, const Template& b) {
  return std::sqrt(squared_distance(a, b));
}

/// Someone of each group and sex in turn.
Ethnicity group_of(std::uint64_t person) {
  return static_cast<Ethnicity>(person % kEthnicities);
}
Sex sex_of(std::uint64_t person) {
  return static_cast<Sex>(person / kEthnicities % 2);
}

Template enrolled(const TemplatePopulation& all, std::uint64_t person) {
  return all.enrolled(person, group_of(person), sex_of(person), kDraws);
}
Template probe(const TemplatePopulation& all, std::uint64_t person, std::uint64_t encounter,
               Probability quality = kMiddle) {
  return all.probe(person, group_of(person), sex_of(person), encounter, quality, kDraws);
}

TEST(TemplatePopulation, IsAPureFunctionOfWhoAndWhen) {
  const auto all = TemplatePopulation::shipped();
  EXPECT_EQ(probe(all, 7, 3), probe(TemplatePopulation::shipped(), 7, 3));
  EXPECT_NE(probe(all, 7, 3), probe(all, 7, 4));
  EXPECT_NE(probe(all, 7, 3), probe(all, 7, 3, Probability(0.1)));
  const Draws later(31, 5);
  EXPECT_EQ(all.enrolled(9, Ethnicity::kBlack, Sex::kMale, kDraws),
            all.enrolled(9, Ethnicity::kBlack, Sex::kMale, later));
  EXPECT_NE(all.probe(9, Ethnicity::kBlack, Sex::kMale, 1, kMiddle, kDraws),
            all.probe(9, Ethnicity::kBlack, Sex::kMale, 1, kMiddle, later));
  EXPECT_NE(all.enrolled(9, Ethnicity::kBlack, Sex::kMale, kDraws),
            all.enrolled(9, Ethnicity::kBlack, Sex::kMale, Draws(32, 0)));
}

double square_of(const Template& t) {
  return std::inner_product(t.begin(), t.end(), t.begin(), 0.0);
}

/// What a photo's scatter adds to squared distances, on average.
template <class Scales>
double scatter(const PopulationModel& model, const Scales& sd, const Template& rest) {
  double sum = square_of(rest);
  for (std::size_t k = 0; k < sd.size(); ++k) sum += sd[k] * sd[k] * square_of(model.session[k]);
  return sum;
}

/// Squared distances are on average what the terms of the formula (population_model.hpp) add up to.
TEST(TemplatePopulation, MeanSquaresOfDistancesAreThoseOfTheFormula) {
  const auto all = TemplatePopulation::shipped();
  const PopulationModel& model = all.model();
  const double photos = scatter(model, model.field_sd, model.field_rest) *
                            (0.5 * model.quality_slope / std::sinh(0.5 * model.quality_slope)) +
                        scatter(model, model.enrolment_sd, model.enrolment_rest) +
                        square_of(model.enrolment_offset);
  double people = 0.0;
  for (const Template& factor : model.person) people += square_of(factor);
  const float spread = model.spread[0][0];
  constexpr int kPeople = 1000;
  std::array<double, 2> sum{}, squares{};
  for (std::uint64_t p = 0; p < kPeople; ++p) {
    const Template capture = all.probe(p, Ethnicity{}, Sex{}, p, kMiddle, kDraws);
    for (const std::uint64_t other : {0U, 1U}) {
      const Template photo = all.enrolled(p + other * kPeople, Ethnicity{}, Sex{}, kDraws);
      const double square = squared_distance(photo, capture);
      sum[other] += square / kPeople;
      squares[other] += square * square / kPeople;
    }
  }
  const std::array<double, 2> expected{photos, photos + 2.0 * spread * spread * people};
  for (const std::size_t other : {0U, 1U}) {
    const double error = std::sqrt((squares[other] - sum[other] * sum[other]) / kPeople);
    EXPECT_NEAR(sum[other], expected[other], 4.0 * error) << other;
  }
}

struct Bounds {
  double low, high;
};
/// How often 600 non-mated and 600 mated searches of 100 rendered people went wrong, as 95 %
/// intervals over people. None of them was in the fit:
///   fieldtwin matcher synth -n 200 --captures 4 --captured street --seed 22 -o faces
///   fieldtwin matcher evaluate --dataset faces --pairs faces/pairs.txt -o out --json
/// `identification.det`, and `.operating` for 0.42. One photo had no template: a miss at any
/// threshold.
struct RenderedRates {
  double threshold;
  Bounds fpir, fnir;
};
constexpr std::array<RenderedRates, 4> kRendered{{{0.3939, {0.0083, 0.0350}, {0.0716, 0.1233}},
                                                  {0.4200, {0.0500, 0.1033}, {0.0349, 0.0783}},
                                                  {0.4450, {0.1567, 0.2401}, {0.0167, 0.0483}},
                                                  {0.4829, {0.4683, 0.5767}, {0.0066, 0.0283}}}};

TEST(TemplatePopulation, IsMistakenAndMissedAsOftenAsRenderedPeople) {
  constexpr std::uint64_t kGalleries = 40, kEnrolled = 100;
  const auto all = TemplatePopulation::shipped();
  std::array<double, kRendered.size()> positives{}, misses{};
  for (std::uint64_t g = 0; g < kGalleries; ++g) {
    const std::uint64_t first = 2 * kEnrolled * g;
    std::vector<Template> gallery;
    for (std::uint64_t i = 0; i < kEnrolled; ++i) gallery.push_back(enrolled(all, first + i));
    for (std::uint64_t i = 0; i < 2 * kEnrolled; ++i) {  // the second half is in no gallery
      const std::uint64_t p = first + i;
      const Template capture = probe(all, p, p, Probability(kDraws.uniform(Decision::kTest, p)));
      double own = 1e9, nearest = 1e9;
      for (std::uint64_t j = 0; j < kEnrolled; ++j) {
        (i == j ? own : nearest) = std::min(i == j ? own : nearest, distance(gallery[j], capture));
      }
      for (std::size_t t = 0; t < kRendered.size(); ++t) {
        if (i >= kEnrolled) {
          positives[t] += nearest <= kRendered[t].threshold ? 1.0 : 0.0;
        } else {
          misses[t] += own > kRendered[t].threshold || nearest <= own ? 1.0 : 0.0;
        }
      }
    }
  }
  constexpr double kSearches = kGalleries * kEnrolled;
  for (std::size_t t = 0; t < kRendered.size(); ++t) {
    const auto& [threshold, fpir, fnir] = kRendered[t];
    EXPECT_GE(positives[t] / kSearches, fpir.low) << threshold;
    EXPECT_LE(positives[t] / kSearches, fpir.high) << threshold;
    EXPECT_GE(misses[t] / kSearches, fnir.low) << threshold;
    EXPECT_LE(misses[t] / kSearches, fnir.high) << threshold;
  }
}

/// How many of 1196 mated distances of 400 rendered people lie beyond a distance, as 95 % intervals
/// over people: two sets as above, of seeds 22 and 23. None of them was in the fit.
struct RenderedBeyond {
  double distance;
  Bounds share;
};
constexpr std::array<RenderedBeyond, 5> kBeyond{{{0.35, {0.1469, 0.1940}},
                                                 {0.40, {0.0469, 0.0803}},
                                                 {0.45, {0.0117, 0.0310}},
                                                 {0.50, {0.0017, 0.0109}},
                                                 {0.55, {0.0, 0.0025}}}};

TEST(TemplatePopulation, MatedDistancesAreAsLongAsRenderedOnes) {
  constexpr std::uint64_t kPeople = 20'000;
  const auto all = TemplatePopulation::shipped();
  std::array<double, kBeyond.size()> beyond{};
  for (std::uint64_t p = 0; p < kPeople; ++p) {
    const Probability quality(kDraws.uniform(Decision::kTest, p));
    const double own = distance(enrolled(all, p), probe(all, p, p, quality));
    for (std::size_t t = 0; t < kBeyond.size(); ++t) beyond[t] += own > kBeyond[t].distance ? 1 : 0;
  }
  for (std::size_t t = 0; t < kBeyond.size(); ++t) {
    EXPECT_GE(beyond[t] / kPeople, kBeyond[t].share.low) << kBeyond[t].distance;
    EXPECT_LE(beyond[t] / kPeople, kBeyond[t].share.high) << kBeyond[t].distance;
  }
}

TEST(TemplatePopulation, CapturesOfPoorQualityLieFartherAway) {
  const auto all = TemplatePopulation::shipped();
  const auto mean_distance = [&](double quality) {
    double sum = 0.0;
    for (std::uint64_t p = 0; p < 400; ++p) {
      sum += distance(enrolled(all, p), probe(all, p, p, Probability(quality))) / 400.0;
    }
    return sum;
  };
  EXPECT_GT(mean_distance(0.02), mean_distance(0.5) + 0.01);
}

}  // namespace
}  // namespace fieldtwin
