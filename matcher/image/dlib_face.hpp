#pragma once
/// dlib behind a narrow door: its templates are heavy to compile, so only dlib_face.cpp includes it.

#include <filesystem>
#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "matcher/image/embedder_weights.hpp"
#include "matcher/image/face_geometry.hpp"

namespace fieldtwin {

/// Detectors, landmarks, chips, and the embedder as the reference of ours. For one thread. Files
/// are read when they are first needed; a broken or missing one throws std::runtime_error.
class DlibFace {
 public:
  explicit DlibFace(std::filesystem::path models);
  DlibFace(DlibFace&&) noexcept;
  ~DlibFace();

  /// Faces in a grey picture by histograms of oriented gradients (Dalal & Triggs 2005), at least 80
  /// pixels wide. `threshold`: of the detector's confidence, 0 by its training.
  std::vector<FaceBox> detect_by_gradients(const cv::Mat& grey, double threshold);
  /// Faces in an RGB picture by a convolutional network with max-margin training (King 2015,
  /// arXiv:1502.00046). None if there is no file of it.
  std::vector<FaceBox> detect_by_network(const cv::Mat& rgb);
  /// Regression trees (Kazemi & Sullivan 2014).
  FacePoints points(const cv::Mat& rgb, const FaceBox& box);

  /// The face upright, `size` pixels wide and high, RGB, with so much of the face's width around it.
  static cv::Mat chip(const cv::Mat& rgb, const FacePoints& points, int size, double padding);

  /// The embedder as dlib computes it: 128 numbers of a chip of 150 pixels.
  std::vector<float> embed(const cv::Mat& chip);
  /// What it computes with.
  EmbedderWeights weights();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace fieldtwin
