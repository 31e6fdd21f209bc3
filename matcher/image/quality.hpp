#pragma once
/// How well a face is taken.

#include <opencv2/core.hpp>

#include "matcher/image/face_geometry.hpp"
#include "matcher/interface/extraction.hpp"

namespace fieldtwin {

/// The quality of a face from its chip (RGB, 150 pixels), points and place in the photo:
///
///     size       = clamp((e - 12) / (40 - 12)),  e: pixels between the eyes in the photo
///     sharpness  = clamp(ln(v / 4) / ln(60 / 4)), v: mean square of the Laplacian of the grey chip's
///                  middle 90 pixels, smoothed over 3, over the variance of grey there, times 1000
///     pose       = clamp((45 - |yaw|) / 30) clamp((45 - |roll|) / 30), in degrees
///     brightness = clamp(m / 60) clamp((255 - m) / 60) clamp(s / 25), m and s: mean and standard
///                  deviation of grey in the chip's middle
///     overall    = size sharpness pose brightness
///
/// with clamp to 0..1. ISO/IEC TR 29794-5 lists these as what a face image's utility depends on; the
/// ends of the ramps are chosen, such that a passport photo has 1 everywhere and what the embedder
/// can no longer tell apart has 0: the chip has about 60 pixels between the eyes, so a face of 12 is
/// enlarged five times.
FaceQuality quality_of(const cv::Mat& chip, const FacePoints& points);

/// Pixels between the middles of the eyes.
double eye_distance(const FacePoints& points);

}  // namespace fieldtwin
