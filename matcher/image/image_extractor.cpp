#include <chrono>
#include <opencv2/core.hpp>

#include "matcher/image/embedder_weights.hpp"
#include "matcher/image/extractors.hpp"
#include "matcher/image/image_file.hpp"
#include "matcher/image/quality.hpp"

namespace fieldtwin {
namespace {

/// Seconds since it was last asked.
class Lap {
 public:
  double operator()() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - began_;
    began_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace

ImageExtractor::ImageExtractor(const ExtractorOptions& options) : options_(options), dlib_(options.models) {
  cv::setNumThreads(1);  // who wants more cores takes an extractor for each
}

Extraction ImageExtractor::create_template(std::span<const std::byte> file) {
  Lap lap;
  Extraction extraction;
  const DecodedImage image = decode_image(file);
  extraction.failure = image.failure;
  extraction.times.decode = lap();
  if (extraction.succeeded()) extraction.failure = judge_size(image.rgb.cols, image.rgb.rows);
  if (extraction.succeeded()) extract(image.rgb, extraction);
  return extraction;
}

Extraction ImageExtractor::create_template(const Pixels& photo) {
  Extraction extraction;
  extraction.failure = judge_size(photo.width, photo.height);
  if (!extraction.succeeded()) return extraction;
  if (photo.rgb.size() != std::size_t{3} * static_cast<std::size_t>(photo.width) * static_cast<std::size_t>(photo.height)) {
    throw std::invalid_argument("a photo has three bytes a pixel");
  }
  // OpenCV has no view of what must not change; nothing below changes it.
  const cv::Mat rgb(photo.height, photo.width, CV_8UC3, const_cast<std::uint8_t*>(photo.rgb.data()));
  extract(rgb, extraction);
  return extraction;
}

void ImageExtractor::extract(const cv::Mat& rgb, Extraction& extraction) {
  Lap lap;
  const std::vector<FaceBox> faces = find_faces(dlib_, rgb);
  extraction.faces = faces.size();
  extraction.times.detect = lap();
  if (faces.empty()) {
    extraction.failure = ExtractionFailure::kNoFace;
    return;
  }
  const FaceBox& face = faces.front();
  extraction.place = {face.left, face.top, face.width, face.height};
  const FacePoints points = dlib_.points(rgb, face);
  const cv::Mat chip = DlibFace::chip(rgb, points, kEmbedderChip, kEmbedderPadding);
  extraction.quality = quality_of(chip, points);
  extraction.times.align = lap();
  if (options_.subject == Subject::kOnly && has_second_subject(faces)) {
    extraction.failure = ExtractionFailure::kSeveralFaces;
    return;
  }
  extraction.values = embed(rgb, points, chip);
  extraction.times.embed = lap();
}

}  // namespace fieldtwin
