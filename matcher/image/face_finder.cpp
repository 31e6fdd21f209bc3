#include "matcher/image/face_finder.hpp"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace fieldtwin {
namespace {

constexpr double kUsualSide = 320.0;   //!< [pixel]
constexpr double kLargerSide = 640.0;  //!< [pixel], for the second look
constexpr double kLowerThreshold = -0.3;
constexpr double kSureProminence = 0.15;  //!< a face below this is small or far off
constexpr double kSameFace = 0.3;         //!< of the union of two boxes, that they share

cv::Mat resized(const cv::Mat& picture, double factor) {
  cv::Mat out;
  const cv::Size size(std::max(1, static_cast<int>(std::lround(picture.cols * factor))),
                      std::max(1, static_cast<int>(std::lround(picture.rows * factor))));
  cv::resize(picture, out, size, 0, 0, factor < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
  return out;
}

double shared(const FaceBox& a, const FaceBox& b) {
  const double across = std::min(a.left + a.width, b.left + b.width) - std::max(a.left, b.left);
  const double down = std::min(a.top + a.height, b.top + b.height) - std::max(a.top, b.top);
  if (across <= 0.0 || down <= 0.0) return 0.0;
  return across * down / (a.width * a.height + b.width * b.height - across * down);
}

/// Adds faces that are not there yet, in pixels of the photo.
void add(std::vector<FaceBox>& faces, std::vector<FaceBox> found, double factor) {
  for (FaceBox& box : found) {
    box = {box.left / factor, box.top / factor, box.width / factor, box.height / factor};
    const auto same = [&](const FaceBox& known) { return shared(known, box) > kSameFace; };
    if (std::ranges::none_of(faces, same)) faces.push_back(box);
  }
}

}  // namespace

double prominence(const FaceBox& face, cv::Size photo) {
  const double side = std::min(photo.width, photo.height);
  const PixelPoint middle = face.middle();
  const double off = std::hypot(middle.x - photo.width / 2.0, middle.y - photo.height / 2.0) / (0.3 * side);
  return face.width / side * std::exp(-off * off / 2.0);
}

bool has_second_subject(const std::vector<FaceBox>& faces) {
  return std::ranges::count_if(faces, [&](const FaceBox& f) { return 2.0 * f.width >= faces.front().width; }) > 1;
}

std::vector<FaceBox> find_faces(DlibFace& dlib, const cv::Mat& rgb) {
  const auto subject_first = [&](std::vector<FaceBox>& faces) {
    std::ranges::stable_sort(faces, std::greater{}, [&](const FaceBox& f) { return prominence(f, rgb.size()); });
    return !faces.empty() && prominence(faces.front(), rgb.size()) >= kSureProminence;
  };
  std::vector<FaceBox> faces;
  const double longer = std::max(rgb.cols, rgb.rows);
  const double usual = kUsualSide / longer;
  cv::Mat grey;
  const cv::Mat small = resized(rgb, usual);
  cv::cvtColor(small, grey, cv::COLOR_RGB2GRAY);
  add(faces, dlib.detect_by_gradients(grey, 0.0), usual);
  if (subject_first(faces)) return faces;

  const double larger = kLargerSide / longer;
  const cv::Mat large = resized(rgb, larger);
  cv::cvtColor(large, grey, cv::COLOR_RGB2GRAY);
  add(faces, dlib.detect_by_gradients(grey, 0.0), larger);
  if (subject_first(faces)) return faces;
  add(faces, dlib.detect_by_network(small), usual);
  if (subject_first(faces)) return faces;
  add(faces, dlib.detect_by_network(large), larger);
  if (faces.empty()) add(faces, dlib.detect_by_gradients(grey, kLowerThreshold), larger);
  subject_first(faces);
  return faces;
}

}  // namespace fieldtwin
