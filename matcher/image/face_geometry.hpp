#pragma once
/// Where things are in a photo, in pixels from the middle of its upper left one.

#include <array>

namespace fieldtwin {

struct PixelPoint {
  double x, y;
};

/// A face as a detector frames it: a square from the brows to the chin.
struct FaceBox {
  double left, top, width, height;

  PixelPoint middle() const { return {left + width / 2, top + height / 2}; }
};

/// Five points: outer and inner corner of the eye on the right of the photo, the same on its left,
/// and the base of the nose.
using FacePoints = std::array<PixelPoint, 5>;

/// Turns, scales and moves: (x, y) -> (a x - b y + dx, b x + a y + dy).
struct Similarity {
  double a, b, dx, dy;

  PixelPoint operator()(PixelPoint p) const { return {a * p.x - b * p.y + dx, b * p.x + a * p.y + dy}; }
};

/// The similarity that takes `from` nearest to `to`, in the sense of least squares (Umeyama 1991,
/// "Least-squares estimation of transformation parameters between two point patterns", IEEE PAMI
/// 13, in the plane, without reflection).
Similarity fit_similarity(const std::array<PixelPoint, 3>& from, const std::array<PixelPoint, 3>& to);

/// What the points tell of how the head is turned, from the distance of eyes and nose alone.
struct HeadPose {
  double roll;  //!< [degree], of the line through the eyes
  double yaw;   //!< [degree], about; positive turns the nose to the right of the photo
};
HeadPose pose_of(const FacePoints& points);

}  // namespace fieldtwin
