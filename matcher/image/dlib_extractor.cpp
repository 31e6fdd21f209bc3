#include <opencv2/core.hpp>
#include <optional>

#include "matcher/image/embedder.hpp"
#include "matcher/image/extractors.hpp"
#include "matcher/image/face_api_weights.hpp"
#include "matcher/interface/models.hpp"

namespace fieldtwin {
namespace {

class DlibExtractor final : public ImageExtractor {
 public:
  DlibExtractor(const ExtractorOptions& options, bool full_weights)
      : ImageExtractor(options),
        embedder_(full_weights ? dlib().weights() : read_face_api_weights(options.models / "face-api")) {}

  std::string_view name() const override { return "dlib"; }
  std::size_t dimension() const override { return kEmbedderDimension; }
  /// Rendered people lie closer together than photographed ones: 0.42 where dlib says 0.6.
  float usual_threshold() const override { return 0.42F; }

 protected:
  std::vector<float> embed(const cv::Mat&, const FacePoints&, const cv::Mat& chip) override {
    if (this->options().effort == Effort::kFast) return embedder_.embed({chip}).front();
    cv::Mat mirrored;
    cv::flip(chip, mirrored, 1);
    auto both = embedder_.embed({chip, mirrored});
    for (std::size_t i = 0; i < both[0].size(); ++i) both[0][i] = (both[0][i] + both[1][i]) / 2.0F;
    return both[0];
  }

 private:
  Embedder embedder_;
};

}  // namespace

std::unique_ptr<Extractor> make_dlib_extractor(const ExtractorOptions& options) {
  return std::make_unique<DlibExtractor>(options, std::filesystem::exists(options.models / kEmbedderModel));
}

}  // namespace fieldtwin
