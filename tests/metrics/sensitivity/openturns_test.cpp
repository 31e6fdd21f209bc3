// A second implementation: OpenTURNS, where it is installed.

#include <gtest/gtest.h>

#include <openturns/JansenSensitivityAlgorithm.hxx>
#include <openturns/SaltelliSensitivityAlgorithm.hxx>

#include "tests/metrics/sensitivity/test_functions.hpp"

namespace fieldtwin {
namespace {

/// The same points and values, in the order in which OpenTURNS takes them: all A, all B, then all
/// of each factor's.
struct Samples {
  OT::Sample points, values;
};

Samples samples_of(const UnitPoints& points, const Responses& responses, std::size_t factors) {
  const std::size_t width = factors + 2, blocks = points.size() / width;
  Samples samples{OT::Sample(points.size(), factors), OT::Sample(points.size(), 1)};
  for (std::size_t row = 0; row < points.size(); ++row) {
    const std::size_t place = row % width * blocks + row / width;
    for (std::size_t j = 0; j < factors; ++j) samples.points(place, j) = points[row][j];
    samples.values(place, 0) = responses[row].front();
  }
  return samples;
}

TEST(OpenTurns, FindsTheSameSobolIndices) {
  const SaltelliDesign design{2048};
  const Responses responses = evaluate(design, kIshigamiFactors, 7, ishigami);
  const auto analysis = analyse(design, kIshigamiFactors, 7, responses);
  const Samples samples = samples_of(points_of(design, kIshigamiFactors, 7), responses, 3);
  const OT::Point first =
      OT::SaltelliSensitivityAlgorithm(samples.points, samples.values, 2048).getFirstOrderIndices();
  const OT::Point total =
      OT::JansenSensitivityAlgorithm(samples.points, samples.values, 2048).getTotalOrderIndices();
  for (std::size_t j = 0; j < 3; ++j) {
    // It takes the variance from the points A alone, which here differs by a few thousandths.
    EXPECT_NEAR(analysis->factors[j].index->first.mean, first[j], 0.01) << "x" << j + 1;
    EXPECT_NEAR(analysis->factors[j].index->total.mean, total[j], 0.01) << "x" << j + 1;
  }
}

}  // namespace
}  // namespace fieldtwin
