#pragma once
/// A face drawn with a few shapes, which detectors take for one.

#include <opencv2/imgproc.hpp>

namespace fieldtwin {

/// A drawn face with its middle at (x, y), so many pixels wide, in an RGB picture.
inline void draw_face(cv::Mat& rgb, double x, double y, double width) {
  constexpr int kShift = 4;  // a sixteenth of a pixel
  const double s = width / 100.0;
  const auto at = [&](double dx, double dy) {
    return cv::Point(static_cast<int>((x + s * dx) * 16), static_cast<int>((y + s * dy) * 16));
  };
  const auto size = [&](double a, double b) { return cv::Size(static_cast<int>(s * a * 16), static_cast<int>(s * b * 16)); };
  const auto ellipse = [&](double dx, double dy, double a, double b, const cv::Scalar& colour, double from = 0, double to = 360,
                           int thick = -1) {
    cv::ellipse(rgb, at(dx, dy), size(a, b), 0, from, to, colour, thick, cv::LINE_AA, kShift);
  };
  const int line = std::max(1, static_cast<int>(s * 3));
  const cv::Scalar skin(205, 165, 140), shade(165, 120, 100), dark(55, 35, 30), white(235, 230, 225), lips(150, 75, 75);
  ellipse(0, -12, 56, 68, dark);   // hair
  ellipse(0, 45, 24, 40, shade);   // neck
  ellipse(0, 0, 48, 64, skin);
  for (const double side : {-1.0, 1.0}) {
    ellipse(side * 21, -16, 13, 9, shade);
    ellipse(side * 21, -14, 10, 5, white);
    ellipse(side * 21, -14, 4.5, 4.5, dark);
    ellipse(side * 21, -14, 11, 6, dark, 180, 360, line);
    ellipse(side * 21, -24, 15, 6, dark, 195, 345, line + 1);
    ellipse(side * 5, 16, 4, 3, dark);
  }
  ellipse(0, -2, 7, 20, cv::Scalar(218, 180, 156));
  ellipse(0, 14, 9, 6, shade, 20, 160, line);
  ellipse(0, 36, 18, 6, lips);
  ellipse(0, 35, 18, 2, dark, 0, 180, line);
}

/// A square grey photo of one drawn face.
inline cv::Mat drawn_photo(int side, double width) {
  cv::Mat rgb(side, side, CV_8UC3, cv::Scalar(120, 130, 140));
  draw_face(rgb, side / 2.0, side / 2.0, width);
  cv::GaussianBlur(rgb, rgb, {}, 0.01 * width);
  return rgb;
}

}  // namespace fieldtwin
