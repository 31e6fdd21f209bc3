#include "matcher/image/face_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fieldtwin {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

PixelPoint between(PixelPoint a, PixelPoint b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

}  // namespace

Similarity fit_similarity(const std::array<PixelPoint, 3>& from, const std::array<PixelPoint, 3>& to) {
  PixelPoint from_mean{0, 0};
  PixelPoint to_mean{0, 0};
  for (std::size_t i = 0; i < from.size(); ++i) {
    from_mean = {from_mean.x + from[i].x / 3, from_mean.y + from[i].y / 3};
    to_mean = {to_mean.x + to[i].x / 3, to_mean.y + to[i].y / 3};
  }
  double dot = 0.0;
  double cross = 0.0;
  double square = 0.0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const PixelPoint f{from[i].x - from_mean.x, from[i].y - from_mean.y};
    const PixelPoint t{to[i].x - to_mean.x, to[i].y - to_mean.y};
    dot += f.x * t.x + f.y * t.y;
    cross += f.x * t.y - f.y * t.x;
    square += f.x * f.x + f.y * f.y;
  }
  if (square == 0.0) return {1.0, 0.0, to_mean.x - from_mean.x, to_mean.y - from_mean.y};
  const double a = dot / square;
  const double b = cross / square;
  return {a, b, to_mean.x - a * from_mean.x + b * from_mean.y, to_mean.y - b * from_mean.x - a * from_mean.y};
}

HeadPose pose_of(const FacePoints& points) {
  const PixelPoint right = between(points[0], points[1]);
  const PixelPoint left = between(points[2], points[3]);
  const PixelPoint across{right.x - left.x, right.y - left.y};
  const double eyes = std::hypot(across.x, across.y);
  if (eyes == 0.0) return {0.0, 90.0};
  const PixelPoint middle = between(right, left);
  const PixelPoint nose{points[4].x - middle.x, points[4].y - middle.y};
  // The nose's base lies about half the distance of the eyes in front of their plane, so its
  // projection moves by half of it times the sine of yaw, while the eyes draw together by the cosine.
  const double sideways = (nose.x * across.x + nose.y * across.y) / (eyes * eyes);
  const double yaw = std::atan(std::clamp(2.0 * sideways, -10.0, 10.0));
  return {std::atan2(across.y, across.x) / kDegree, yaw / kDegree};
}

}  // namespace fieldtwin
