#include "matcher/gallery/index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/matcher/gallery/templates.hpp"

namespace fieldtwin {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kDimension = 32;

class EachIndex : public ::testing::TestWithParam<std::string> {};

// Queries near to an entry each, as a second photo is: an approximate index finds nearly all.
TEST_P(EachIndex, FindsTheEntryThatAQueryIsNearTo) {
  constexpr std::size_t kEntries = 10'000;
  const auto values = random_templates(kEntries, kDimension, 1);
  TemplateGallery gallery({kDimension, 0.6F, Keep::kTemplates});
  for (std::size_t i = 0; i < kEntries; ++i) {
    gallery.insert(i, std::span(values).subspan(i * kDimension, kDimension));
  }
  const auto noise = random_templates(200, kDimension, 2);
  std::vector<float> queries(values.begin(), values.begin() + 200 * kDimension);
  for (std::size_t i = 0; i < queries.size(); ++i) queries[i] += 0.3F * noise[i];

  const auto index = make_index(GetParam(), gallery);
  EXPECT_EQ(index->name(), GetParam());
  const auto found = index->search(queries, 3);
  const auto exact = search(gallery, queries, {.most = 3});
  ASSERT_EQ(found.size(), 200U);
  int right = 0;
  for (std::size_t q = 0; q < 200; ++q) {
    ASSERT_FALSE(found[q].empty());
    if (found[q].front() == exact[q].front()) ++right;  // to the last bit of the distance
  }
  EXPECT_GE(right, GetParam() == "exact" ? 200 : 190);
}

TEST_P(EachIndex, SearchesAGalleryOfAFew) {
  const auto values = random_templates(3, kDimension, 3);
  TemplateGallery gallery({kDimension, 0.6F, Keep::kTemplates});
  for (std::size_t i = 0; i < 3; ++i) {
    gallery.insert(i, std::span(values).subspan(i * kDimension, kDimension));
  }
  const auto found = make_index(GetParam(), gallery)->search(std::span(values).last(kDimension), 5);
  ASSERT_EQ(found.front().size(), 3U);
  EXPECT_EQ(found.front().front(), (Neighbour{2, 0.0F}));
}

TEST_P(EachIndex, FindsNobodyAmongNobody) {
  const TemplateGallery gallery({kDimension, 0.6F, Keep::kTemplates});
  const auto found = make_index(GetParam(), gallery)->search(random_templates(1, kDimension, 4), 5);
  EXPECT_TRUE(found.front().empty());
}

INSTANTIATE_TEST_SUITE_P(OfThisBuild, EachIndex, ::testing::ValuesIn(index_names()));

TEST(Index, OfAnotherNameIsRefused) {
  const TemplateGallery gallery({kDimension, 0.6F, Keep::kTemplates});
  try {
    make_index("magic", gallery);
    FAIL() << "there is no such index";
  } catch (const std::invalid_argument& error) {
    EXPECT_THAT(error.what(), HasSubstr("\"magic\" (this build has: exact"));
  }
}

}  // namespace
}  // namespace fieldtwin
