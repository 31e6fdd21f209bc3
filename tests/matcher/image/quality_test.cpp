#include "matcher/image/quality.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include "tests/matcher/image/drawn_face.hpp"

namespace fieldtwin {
namespace {

/// Points of a head that looks into the camera, with so many pixels between the eyes.
FacePoints frontal(double eyes) {
  return {{{0.75 * eyes, 0}, {0.25 * eyes, 0}, {-0.75 * eyes, 0}, {-0.25 * eyes, 0}, {0, 0.6 * eyes}}};
}

cv::Mat chip() { return drawn_photo(150, 110); }

TEST(Quality, OfAGoodFaceIsHigh) {
  const FaceQuality q = quality_of(chip(), frontal(60));
  EXPECT_DOUBLE_EQ(q.size, 1.0);
  EXPECT_DOUBLE_EQ(q.pose, 1.0);
  EXPECT_DOUBLE_EQ(q.brightness, 1.0);
  EXPECT_GT(q.sharpness, 0.6);
  EXPECT_DOUBLE_EQ(q.overall, q.size * q.sharpness * q.pose * q.brightness);
}

TEST(Quality, FallsWithTheSizeOfTheFace) {
  EXPECT_DOUBLE_EQ(eye_distance(frontal(26)), 26.0);
  EXPECT_DOUBLE_EQ(quality_of(chip(), frontal(26)).size, 0.5);
  EXPECT_DOUBLE_EQ(quality_of(chip(), frontal(10)).size, 0.0);
  EXPECT_DOUBLE_EQ(quality_of(chip(), frontal(10)).overall, 0.0);
}

TEST(Quality, FallsWithBlur) {
  double before = 2.0;
  for (const double blur : {0.5, 1.5, 3.0, 6.0}) {
    cv::Mat blurred;
    cv::GaussianBlur(chip(), blurred, {}, blur);
    const double sharpness = quality_of(blurred, frontal(60)).sharpness;
    EXPECT_LT(sharpness, before) << blur;
    before = sharpness;
  }
  // Of a blur of a tenth of the distance of the eyes nothing should be left, and is not without
  // rounding: 1000 times curvature over variance is 0.9, and the ramp begins at 4. The mean of 3 x 3
  // pixels is rounded to 8 bits, whose steps make it 5.6, that is 0.123.
  EXPECT_LT(before, 0.13);
}

TEST(Quality, FallsInTheDarkAndWhereItIsTooBright) {
  cv::Mat dark = chip() * 0.15;
  EXPECT_LT(quality_of(dark, frontal(60)).brightness, 0.5);
  cv::Mat bright = chip() * 0.1 + cv::Scalar::all(225);
  EXPECT_LT(quality_of(bright, frontal(60)).brightness, 0.5);
  EXPECT_DOUBLE_EQ(quality_of(cv::Mat(150, 150, CV_8UC3, cv::Scalar::all(128)), frontal(60)).brightness, 0.0);
}

TEST(Quality, FallsWithTheTurnOfTheHead) {
  FacePoints turned = frontal(60);
  turned[4].x += 60 * 0.5 * 0.7;  // atan(0.7) = 35 degrees
  EXPECT_NEAR(quality_of(chip(), turned).pose, (45.0 - 34.99) / 30.0, 0.01);
}

}  // namespace
}  // namespace fieldtwin
