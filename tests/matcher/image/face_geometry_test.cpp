#include "matcher/image/face_geometry.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace fieldtwin {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr std::array<PixelPoint, 3> kTriangle{{{10, 20}, {70, 22}, {41, 60}}};

TEST(Similarity, FindsTheTurnScaleAndMoveThatWereApplied) {
  for (const double angle : {-170.0, -30.0, 0.0, 45.0, 90.0}) {
    const Similarity truth{2.5 * std::cos(angle * kDegree), 2.5 * std::sin(angle * kDegree), -12, 7};
    const Similarity found = fit_similarity(kTriangle, {truth(kTriangle[0]), truth(kTriangle[1]), truth(kTriangle[2])});
    EXPECT_NEAR(found.a, truth.a, 1e-9);
    EXPECT_NEAR(found.b, truth.b, 1e-9);
    EXPECT_NEAR(found.dx, truth.dx, 1e-7);
    EXPECT_NEAR(found.dy, truth.dy, 1e-7);
  }
}

TEST(Similarity, IsTheNearestInLeastSquares) {
  const std::array<PixelPoint, 3> target{{{12, 18}, {75, 25}, {38, 66}}};
  const auto misfit = [&](const Similarity& s) {
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const PixelPoint p = s(kTriangle[i]);
      sum += std::pow(p.x - target[i].x, 2) + std::pow(p.y - target[i].y, 2);
    }
    return sum;
  };
  const Similarity best = fit_similarity(kTriangle, target);
  for (const double step : {-1e-3, 1e-3}) {
    EXPECT_LT(misfit(best), misfit({best.a + step, best.b, best.dx, best.dy}));
    EXPECT_LT(misfit(best), misfit({best.a, best.b + step, best.dx, best.dy}));
    EXPECT_LT(misfit(best), misfit({best.a, best.b, best.dx + step, best.dy}));
    EXPECT_LT(misfit(best), misfit({best.a, best.b, best.dx, best.dy + step}));
  }
}

TEST(Similarity, OfOnePointOnlyMoves) {
  const Similarity s = fit_similarity({{{5, 5}, {5, 5}, {5, 5}}}, {{{1, 2}, {1, 2}, {1, 2}}});
  EXPECT_DOUBLE_EQ(s({5, 5}).x, 1.0);
  EXPECT_DOUBLE_EQ(s({5, 5}).y, 2.0);
}

/// Points of a head with 60 pixels between the eyes, the nose 30 in front, turned by yaw and roll.
FacePoints head(double yaw, double roll) {
  const auto place = [&](double x, double y, double z) -> PixelPoint {
    const double turned = x * std::cos(yaw * kDegree) + z * std::sin(yaw * kDegree);
    return {100 + turned * std::cos(roll * kDegree) - y * std::sin(roll * kDegree),
            100 + turned * std::sin(roll * kDegree) + y * std::cos(roll * kDegree)};
  };
  return {place(45, 0, 0), place(15, 0, 0), place(-45, 0, 0), place(-15, 0, 0), place(0, 35, 30)};
}

TEST(HeadPose, IsThatOfATurnedHead) {
  for (const double yaw : {-40.0, -20.0, 0.0, 10.0, 35.0}) {
    EXPECT_NEAR(pose_of(head(yaw, 0)).yaw, yaw, 1e-6);
    EXPECT_NEAR(pose_of(head(yaw, 25)).yaw, yaw, 1e-6);
    EXPECT_NEAR(pose_of(head(yaw, 25)).roll, 25, 1e-6);
  }
}

}  // namespace
}  // namespace fieldtwin
