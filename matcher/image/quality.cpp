#include "matcher/image/quality.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace fieldtwin {
namespace {

double ramp(double value, double from, double to) { return std::clamp((value - from) / (to - from), 0.0, 1.0); }

double sharpness_of(const cv::Mat& grey, double variance) {
  cv::Mat smooth;
  cv::Mat curvature;
  cv::blur(grey, smooth, {3, 3});  // noise is no detail
  cv::Laplacian(smooth, curvature, CV_32F);
  const double energy = curvature.dot(curvature) / static_cast<double>(curvature.total());
  const double relative = 1000.0 * energy / std::max(variance, 1.0);
  return relative <= 4.0 ? 0.0 : std::min(1.0, std::log(relative / 4.0) / std::log(60.0 / 4.0));
}

}  // namespace

double eye_distance(const FacePoints& p) {
  return std::hypot(p[0].x + p[1].x - p[2].x - p[3].x, p[0].y + p[1].y - p[2].y - p[3].y) / 2.0;
}

FaceQuality quality_of(const cv::Mat& chip, const FacePoints& points) {
  cv::Mat grey;
  cv::cvtColor(chip, grey, cv::COLOR_RGB2GRAY);
  const int margin = chip.cols / 5;
  grey = grey(cv::Rect(margin, margin, chip.cols - 2 * margin, chip.rows - 2 * margin));
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(grey, mean, deviation);
  const HeadPose pose = pose_of(points);
  FaceQuality quality;
  quality.size = ramp(eye_distance(points), 12.0, 40.0);
  quality.sharpness = sharpness_of(grey, deviation[0] * deviation[0]);
  quality.pose = ramp(-std::abs(pose.yaw), -45.0, -15.0) * ramp(-std::abs(pose.roll), -45.0, -15.0);
  quality.brightness = ramp(mean[0], 0.0, 60.0) * ramp(-mean[0], -255.0, -195.0) * ramp(deviation[0], 0.0, 25.0);
  quality.overall = quality.size * quality.sharpness * quality.pose * quality.brightness;
  return quality;
}

}  // namespace fieldtwin
