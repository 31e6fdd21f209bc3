#include "matcher/evaluation/identification.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace fieldtwin {
namespace {

const GroupsOf kNoGroups = [](std::uint32_t) { return std::vector<std::pair<std::string, std::string>>{}; };

/// People at random places, with photos at a distance of about `spread` around them.
std::vector<PersonTemplate> people_with_photos(std::uint32_t people, int photos, double spread) {
  std::mt19937 engine(3);
  std::normal_distribution<double> component(0.0, 0.1);
  std::vector<PersonTemplate> templates;
  for (std::uint32_t p = 0; p < people; ++p) {
    std::vector<double> place(128);
    for (double& x : place) x = component(engine);
    for (int i = 0; i < photos; ++i) {
      PersonTemplate t{p, {}};
      for (const double x : place) t.values.push_back(static_cast<float>(x + spread * component(engine)));
      templates.push_back(t);
    }
  }
  return templates;
}

TEST(Identification, CountsEachSearchOnce) {
  const auto searches = search_all(people_with_photos(40, 4, 0.3), 40);
  EXPECT_EQ(searches.people, 20U);
  std::size_t mated = 0;
  for (const auto& o : searches.outcomes) mated += o.kind == PairKind::kMated ? 1 : 0;
  EXPECT_EQ(mated, 40U * 3);                          // every person once enrolled
  EXPECT_EQ(searches.outcomes.size() - mated, 40U * 3);  // and once not
  ASSERT_EQ(searches.sizes.size(), 1U);
  EXPECT_EQ(searches.sizes[0].people, 10U);
}

TEST(Identification, OfWellSeparatedPeopleMakesNoError) {
  const auto searches = search_all(people_with_photos(40, 4, 0.3), 40);
  const auto result = identification_of(searches, 40, 0.8, kNoGroups);
  EXPECT_EQ(result.operating.fpir.value, 0.0);
  EXPECT_EQ(result.operating.fnir.value, 0.0);
  EXPECT_GT(result.operating.fnir.interval.high, 0.01);  // nothing seen is not nothing
  EXPECT_EQ(result.ranks.front().value, 1.0);
}

TEST(Identification, FalsePositivesGrowWithTheGalleryAsTheyMust) {
  // Impostor comparisons are independent here: FPIR(N) = 1 - (1 - FMR)^N.
  const auto searches = search_all(people_with_photos(400, 2, 0.3), 400);
  const double threshold = 1.36;
  const auto result = identification_of(searches, 400, threshold, kNoGroups);
  ASSERT_GE(result.sizes.size(), 5U);
  const double fmr = 1.0 - std::pow(1.0 - result.sizes.back().fpir.value, 1.0 / 200.0);
  ASSERT_GT(result.sizes.back().fpir.value, 0.05);
  ASSERT_LT(result.sizes.back().fpir.value, 0.95);
  for (const auto& size : result.sizes) {
    const double expected = 1.0 - std::pow(1.0 - fmr, static_cast<double>(size.people));
    EXPECT_NEAR(size.fpir.value, expected, 0.25 * expected + 0.005) << size.people;
  }
}

TEST(Identification, APhotoWithoutTemplateIsAMiss) {
  auto templates = people_with_photos(4, 2, 0.3);
  templates[1].values.clear();  // the second photo of the first person
  const auto result = identification_of(search_all(templates, 4), 4, 0.8, kNoGroups);
  EXPECT_DOUBLE_EQ(result.operating.fnir.value, 0.25);
  EXPECT_DOUBLE_EQ(result.operating.fpir.value, 0.0);
  EXPECT_DOUBLE_EQ(result.ranks.back().value, 0.75);
}

TEST(Identification, CountsByGroup) {
  const GroupsOf parity = [](std::uint32_t p) {
    return std::vector<std::pair<std::string, std::string>>{{"group", p % 2 == 0 ? "even" : "odd"}};
  };
  auto templates = people_with_photos(8, 2, 0.3);
  for (auto& t : templates) {
    if (t.person == 0 && &t != &templates[0]) t.values.clear();
  }
  const auto result = identification_of(search_all(templates, 8), 8, 0.8, parity);
  ASSERT_EQ(result.groups.size(), 2U);
  EXPECT_EQ(result.groups[0].value, "even");
  EXPECT_DOUBLE_EQ(result.groups[0].fnir.value, 0.25);
  EXPECT_DOUBLE_EQ(result.groups[1].fnir.value, 0.0);
}

TEST(Identification, DetFallsFromStrictToLax) {
  const auto result = identification_of(search_all(people_with_photos(60, 3, 0.9), 60), 60, 1.2, kNoGroups);
  ASSERT_GT(result.det.size(), 10U);
  for (std::size_t i = 1; i < result.det.size(); ++i) {
    EXPECT_GT(result.det[i].threshold, result.det[i - 1].threshold);
    EXPECT_GE(result.det[i].fpir.value, result.det[i - 1].fpir.value);
    EXPECT_LE(result.det[i].fnir.value, result.det[i - 1].fnir.value);
  }
}

}  // namespace
}  // namespace fieldtwin
