#include "matcher/gallery/search.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "matcher/gallery/distance.hpp"
#include "tests/matcher/gallery/templates.hpp"

namespace fieldtwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr GalleryShape kSearched{128, 0.5F, Keep::kTemplates};

TemplateGallery gallery_of(const std::vector<float>& values, const GalleryShape& shape) {
  TemplateGallery gallery(shape);
  for (std::size_t i = 0; i * shape.dimension < values.size(); ++i) {
    gallery.insert(1000 + i, std::span(values).subspan(i * shape.dimension, shape.dimension));
  }
  return gallery;
}

/// A second implementation: distances in double, all sorted.
std::vector<std::uint64_t> nearest_ids(const std::vector<float>& values,
                                       std::span<const float> query, std::size_t most) {
  std::vector<std::pair<double, std::uint64_t>> all;
  for (std::size_t i = 0; i * query.size() < values.size(); ++i) {
    double sum = 0.0;
    for (std::size_t j = 0; j < query.size(); ++j) {
      const double difference = double{values[i * query.size() + j]} - query[j];
      sum += difference * difference;
    }
    all.emplace_back(sum, 1000 + i);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::uint64_t> ids;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i) ids.push_back(all[i].second);
  return ids;
}

std::vector<std::uint64_t> ids_of(const std::vector<Neighbour>& found) {
  std::vector<std::uint64_t> ids;
  for (const Neighbour& one : found) ids.push_back(one.id);
  return ids;
}

TEST(GallerySearch, FindsTheNearestOfAll) {
  const auto values = random_templates(5000, 128, 1);
  const auto queries = random_templates(20, 128, 2);
  const TemplateGallery gallery = gallery_of(values, kSearched);
  const auto found = search(gallery, queries, {.most = 10});
  ASSERT_EQ(found.size(), 20U);
  for (std::size_t q = 0; q < found.size(); ++q) {
    const auto query = std::span(queries).subspan(q * 128, 128);
    EXPECT_EQ(ids_of(found[q]), nearest_ids(values, query, 10));
    EXPECT_EQ(found[q], search_every_template(gallery, query, 10));
  }
}

TEST(GallerySearch, IsTheSameForAnyKernelBatchAndNumberOfThreads) {
  for (const std::size_t dimension : {16U, 128U, 512U}) {
    const GalleryShape shape{dimension, 0.4F, Keep::kTemplates};
    const TemplateGallery gallery = gallery_of(random_templates(3100, dimension, 3), shape);
    const auto queries = random_templates(11, dimension, 4);
    const auto expected = search(gallery, queries, {.most = 5});
    for (const ScanKernel& kernel : scan_kernels()) {
      for (const unsigned threads : {1U, 2U, 5U}) {
        EXPECT_EQ(search(gallery, queries, {.most = 5, .threads = threads, .kernel = kernel}),
                  expected)
            << kernel.name << ", " << threads << " threads, dimension " << dimension;
      }
      for (std::size_t q = 0; q < 11; ++q) {
        const auto alone = search(gallery, std::span(queries).subspan(q * dimension, dimension),
                                  {.most = 5, .kernel = kernel});
        EXPECT_EQ(alone.front(), expected[q]) << kernel.name << ", query " << q;
      }
    }
  }
}

// Values far outside the range are clipped; the bounds then open more entries, never lose one.
TEST(GallerySearch, IsExactWhereCodesAreCoarseAndClipped) {
  const auto values = random_templates(4000, 128, 5);
  const auto queries = random_templates(10, 128, 6);
  for (const float range : {0.02F, 0.1F, 5.0F, 50.0F}) {
    const TemplateGallery gallery = gallery_of(values, {128, range, Keep::kTemplates});
    const auto found = search(gallery, queries, {.most = 7});
    for (std::size_t q = 0; q < found.size(); ++q) {
      EXPECT_EQ(ids_of(found[q]), nearest_ids(values, std::span(queries).subspan(q * 128, 128), 7))
          << "range " << range;
    }
  }
}

TEST(GallerySearch, ReturnsNoneBeyondTheDistanceAsked) {
  const auto values = random_templates(2000, 128, 7);
  const TemplateGallery gallery = gallery_of(values, kSearched);
  const std::span<const float> query = std::span(values).subspan(300 * 128, 128);
  EXPECT_THAT(search(gallery, query, {.most = 5, .within = 0.0F}),
              ElementsAre(ElementsAre(Neighbour{1300, 0.0F})));
  const auto all = search_every_template(gallery, query, 2000);
  const float within = all[3].distance;
  const auto found = search(gallery, query, {.most = 2000, .within = within});
  EXPECT_EQ(found.front(), std::vector<Neighbour>(all.begin(), all.begin() + 4));
}

TEST(GallerySearch, RanksEqualDistancesById) {
  const auto one = random_templates(1, 128, 8);
  TemplateGallery gallery(kSearched);
  for (const std::uint64_t id : {9U, 3U, 7U, 5U}) gallery.insert(id, one);
  EXPECT_EQ(ids_of(search(gallery, one, {.most = 3}).front()),
            (std::vector<std::uint64_t>{3, 5, 7}));
  EXPECT_EQ(ids_of(search_every_template(gallery, one, 3)), (std::vector<std::uint64_t>{3, 5, 7}));
}

TEST(GallerySearch, FindsNobodyInAnEmptyGallery) {
  const TemplateGallery gallery(kSearched);
  EXPECT_THAT(search(gallery, random_templates(2, 128, 9), {.most = 3}),
              ElementsAre(IsEmpty(), IsEmpty()));
}

TEST(GallerySearch, AsksForTemplatesThatTheGalleryDoesNotKeep) {
  const auto values = random_templates(3000, 128, 10);
  const auto queries = random_templates(9, 128, 11);
  const TemplateGallery kept = gallery_of(values, kSearched);
  const TemplateGallery codes = gallery_of(values, {128, 0.5F, Keep::kCodes});
  const TemplateOf template_of = [&](std::uint64_t id, std::span<float> out) {
    std::ranges::copy(std::span(values).subspan((id - 1000) * 128, 128), out.begin());
  };
  EXPECT_EQ(search(codes, queries, {.most = 4, .template_of = template_of}),
            search(kept, queries, {.most = 4}));
  EXPECT_THROW(search(codes, queries, {.most = 4}), std::invalid_argument);
}

TEST(GallerySearch, RefusesPartsOfTemplates) {
  const TemplateGallery gallery(kSearched);
  EXPECT_THROW(search(gallery, std::vector<float>(100), {}), std::invalid_argument);
}

TEST(Distance, IsThatOfADoubleToTheRoundingOfFloat) {
  const auto values = random_templates(2, 512, 12);
  const std::span<const float> a = std::span(values).first(512);
  const std::span<const float> b = std::span(values).last(512);
  double sum = 0.0;
  for (std::size_t i = 0; i < 512; ++i) sum += std::pow(double{a[i]} - b[i], 2.0);
  EXPECT_NEAR(squared_distance(a, b) / sum, 1.0, 1e-6);
  float square = 0.0F;
  squared_distances(a, b.data(), 1, &square);
  EXPECT_EQ(square, squared_distance(a, b));
}

}  // namespace
}  // namespace fieldtwin
