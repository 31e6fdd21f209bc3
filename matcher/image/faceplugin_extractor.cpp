#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "matcher/image/extractors.hpp"
#include "matcher/interface/models.hpp"

namespace fieldtwin {
namespace {

constexpr int kChip = 112;
constexpr std::size_t kDimension = 512;
/// Where the vendor's alignment puts the middles of the eyes (left and right in the photo), and the
/// base of the nose, which is about a third of the way from its tip to the mouth.
constexpr std::array<PixelPoint, 3> kReference{{{38.29, 51.70}, {73.53, 51.50}, {56.1, 78.5}}};

PixelPoint between(PixelPoint a, PixelPoint b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

/// The network of the npm package faceplugin-face-recognition-js, on its own alignment, with our
/// detector and points.
class FacepluginExtractor final : public ImageExtractor {
 public:
  explicit FacepluginExtractor(const ExtractorOptions& options)
      : ImageExtractor(options),
        network_(cv::dnn::readNetFromONNX((options.models / "faceplugin" / "fr_feature.onnx").string())) {
    network_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  }

  std::string_view name() const override { return "faceplugin"; }
  std::size_t dimension() const override { return kDimension; }
  float usual_threshold() const override { return 1.0F; }

 protected:
  std::vector<float> embed(const cv::Mat& rgb, const FacePoints& p, const cv::Mat&) override {
    const Similarity place = fit_similarity({between(p[2], p[3]), between(p[0], p[1]), p[4]}, kReference);
    const cv::Matx23d transform(place.a, -place.b, place.dx, place.b, place.a, place.dy);
    cv::Mat chip;
    cv::warpAffine(rgb, chip, transform, {kChip, kChip}, cv::INTER_LINEAR);
    std::vector<float> values = unit(chip);
    if (this->options().effort == Effort::kAccurate) {
      cv::flip(chip, chip, 1);
      const std::vector<float> mirrored = unit(chip);
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = (values[i] + mirrored[i]) / 2.0F;
    }
    return values;
  }

 private:
  std::vector<float> unit(const cv::Mat& chip) {
    network_.setInput(cv::dnn::blobFromImage(chip, 1.0 / 128.0, {}, cv::Scalar::all(127.0)));
    const cv::Mat out = network_.forward();
    if (out.total() != kDimension) throw std::runtime_error("the second vendor's embedder is another one");
    std::vector<float> values(out.ptr<float>(), out.ptr<float>() + kDimension);
    const double norm = cv::norm(out);
    for (float& value : values) value = static_cast<float>(value / (norm > 0.0 ? norm : 1.0));
    return values;
  }

  cv::dnn::Net network_;
};

}  // namespace

std::unique_ptr<Extractor> make_faceplugin_extractor(const ExtractorOptions& options) {
  return std::make_unique<FacepluginExtractor>(options);
}

}  // namespace fieldtwin
