#include "matcher/template/template_population.hpp"

#include <gtest/gtest.h>

#include <cmath>

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

TEST(TemplatePopulation, APersonIsNearerToThemselvesThanToOthers) {
  const auto all = TemplatePopulation::shipped();
  int nearer = 0;
  constexpr int kPeople = 500;
  for (std::uint64_t p = 0; p < kPeople; ++p) {
    // 14 on: the same group and sex.
    const auto own = distance(enrolled(all, p), probe(all, p, 1000 + p));
    const auto other = distance(enrolled(all, p + 14), probe(all, p, 1000 + p));
    if (own < other) ++nearer;
  }
  EXPECT_GT(nearer, 0.97 * kPeople);
  EXPECT_LT(nearer, kPeople);  // and yet is missed now and then
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
