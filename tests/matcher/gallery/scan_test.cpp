#include "matcher/gallery/scan.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "matcher/gallery/gallery.hpp"

namespace fieldtwin {
namespace {

/// Codes at the ends of their range among others: where sums of small integers would overflow.
std::vector<float> extreme_templates(std::size_t count, std::size_t dimension) {
  std::mt19937 engine(1);
  std::vector<float> values;
  for (std::size_t i = 0; i < count * dimension; ++i) {
    const float levels[] = {-127.0F, 127.0F, 0.0F, 1.0F, -1.0F};
    values.push_back(levels[engine() % 5]);
  }
  return values;
}

class EachKernel : public ::testing::TestWithParam<std::size_t> {};

// The oracle sums the codes one by one.
TEST_P(EachKernel, ComputesTheSquaredDistancesOfTheCodesExactly) {
  const std::size_t dimension = GetParam();
  constexpr std::size_t kTemplates = 100;
  const auto values = extreme_templates(kTemplates + kScanQueries, dimension);
  const auto template_at = [&](std::size_t i) {
    return std::span(values).subspan(i * dimension, dimension);
  };
  TemplateGallery gallery({dimension, 127.0F, Keep::kCodes});
  for (std::size_t i = 0; i < kTemplates; ++i) gallery.insert(i, template_at(i));

  for (const ScanKernel& kernel : scan_kernels()) {
    for (std::size_t queries = 1; queries <= kScanQueries; ++queries) {
      std::vector<ScanQuery> asked;
      for (std::size_t q = 0; q < queries; ++q) {
        std::vector<std::int8_t> codes;
        for (const float value : template_at(kTemplates + q)) {
          codes.push_back(static_cast<std::int8_t>(value));
        }
        asked.emplace_back(codes).cutoff = kEmptyNorm / 2;
      }
      const auto hits = std::make_unique<ScanHits>();
      kernel.scan(gallery.chunk(0), 7, dimension, asked, *hits);
      for (std::size_t q = 0; q < queries; ++q) {
        for (std::size_t i = 0; i < kTemplates; ++i) {
          double expected = 0.0;
          for (std::size_t j = 0; j < dimension; ++j) {
            const double d = template_at(i)[j] - template_at(kTemplates + q)[j];
            expected += d * d;
          }
          ASSERT_EQ(hits->distances[q][i], expected) << kernel.name << " " << queries;
        }
        // 100 templates: the last group has four, and twelve empty slots that nobody is near to.
        EXPECT_EQ(hits->lanes[q][5], 0xFFFF) << kernel.name;
        EXPECT_EQ(hits->lanes[q][6], 0x000F) << kernel.name;
      }
    }
  }
}

TEST_P(EachKernel, ReportsWhatIsAtTheCutoffAndNotBeyond) {
  const std::size_t dimension = GetParam();
  TemplateGallery gallery({dimension, 127.0F, Keep::kCodes});
  std::vector<float> values(dimension, 0.0F);
  for (std::size_t i = 0; i < 32; ++i) {
    values[0] = static_cast<float>(i);
    gallery.insert(i, values);
  }
  for (const ScanKernel& kernel : scan_kernels()) {
    std::vector<ScanQuery> asked;
    asked.emplace_back(std::vector<std::int8_t>(dimension, 0)).cutoff = 18 * 18;
    const auto hits = std::make_unique<ScanHits>();
    kernel.scan(gallery.chunk(0), 2, dimension, asked, *hits);
    EXPECT_EQ(hits->lanes[0][0], 0xFFFF) << kernel.name;
    EXPECT_EQ(hits->lanes[0][1], 0x0007) << kernel.name;
    EXPECT_EQ(hits->distances[0][18], 18 * 18) << kernel.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Dimensions, EachKernel, ::testing::Values(16, 128, 512));

TEST(ScanKernels, EndWithOneThatRunsAnywhere) {
  EXPECT_EQ(scan_kernels().back().name, "portable");
}

}  // namespace
}  // namespace fieldtwin
