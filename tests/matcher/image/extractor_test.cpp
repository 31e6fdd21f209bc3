#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "matcher/image/embedder.hpp"
#include "matcher/image/extractors.hpp"
#include "matcher/image/face_api_weights.hpp"
#include "matcher/interface/models.hpp"
#include "tests/matcher/image/drawn_face.hpp"

namespace fieldtwin {
namespace {

double distance(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2);
  return std::sqrt(sum);
}

Pixels pixels_of(const cv::Mat& rgb) { return {rgb.cols, rgb.rows, {rgb.data, rgb.total() * 3}}; }

/// A chip with edges and shades everywhere.
cv::Mat busy_chip(int seed) {
  cv::Mat chip(kEmbedderChip, kEmbedderChip, CV_8UC3);
  cv::RNG(static_cast<std::uint64_t>(seed)).fill(chip, cv::RNG::UNIFORM, 0, 255);
  cv::GaussianBlur(chip, chip, {}, 1.0 + seed);
  cv::normalize(chip, chip, 0, 255, cv::NORM_MINMAX);
  return chip;
}

class WithModels : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!there("dlib_face_recognition_resnet_model_v1.dat")) GTEST_SKIP() << "there are no face models: run tools/setup-models";
  }
  static bool there(const char* file) { return std::filesystem::exists(model_folder() / file); }
};

TEST_F(WithModels, TheEmbedderGivesWhatDlibGives) {
  DlibFace dlib(model_folder());
  Embedder embedder(dlib.weights());
  std::vector<cv::Mat> chips{drawn_photo(kEmbedderChip, 100)};
  for (int seed = 0; seed < 4; ++seed) chips.push_back(busy_chip(seed));
  const auto together = embedder.embed(chips);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const std::vector<float> reference = dlib.embed(chips[i]);
    EXPECT_LT(distance(embedder.embed({chips[i]}).front(), reference), 1e-5) << i;
    EXPECT_LT(distance(together[i], reference), 1e-5) << i;
    EXPECT_GT(distance(reference, std::vector<float>(128, 0.0F)), 0.5) << i;
  }
}

TEST_F(WithModels, TheChipHasTheFaceUprightAndOfOneSize) {
  // Red dots at the points of a face that is tilted, shrunk and off the middle.
  const double angle = 0.4;
  const auto place = [&](double x, double y) -> PixelPoint {
    return {160 + 50 * (std::cos(angle) * x - std::sin(angle) * y), 130 + 50 * (std::sin(angle) * x + std::cos(angle) * y)};
  };
  // dlib's mean face, in widths of the face from its upper left.
  const std::array<PixelPoint, 5> mean{{{0.8596, 0.2135}, {0.6461, 0.2290}, {0.1206, 0.2137}, {0.3341, 0.2291}, {0.4901, 0.6278}}};
  cv::Mat rgb(260, 320, CV_8UC3, cv::Scalar(0, 0, 90));
  FacePoints points;
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i] = place(mean[i].x, mean[i].y);
    cv::circle(rgb, cv::Point(cvRound(points[i].x), cvRound(points[i].y)), 2, cv::Scalar(255, 0, 0), -1);
  }
  const cv::Mat chip = DlibFace::chip(rgb, points, 150, 0.25);
  ASSERT_EQ(chip.size(), cv::Size(150, 150));
  for (const PixelPoint& p : mean) {
    const cv::Point expected(cvRound((0.25 + p.x) / 1.5 * 150), cvRound((0.25 + p.y) / 1.5 * 150));
    EXPECT_GT(chip.at<cv::Vec3b>(expected)[0], 100) << p.x;
  }
  EXPECT_LT(chip.at<cv::Vec3b>(75, 20)[0], 60);
}

TEST_F(WithModels, ADrawnFaceGivesATemplate) {
  const auto extractor = make_dlib_extractor({.models = model_folder()});
  const cv::Mat photo = drawn_photo(240, 110);
  const Extraction e = extractor->create_template(pixels_of(photo));
  ASSERT_EQ(e.failure, ExtractionFailure::kNone);
  EXPECT_EQ(e.values.size(), 128U);
  EXPECT_NEAR(e.place.left + e.place.width / 2, 120, 20);
  EXPECT_GT(e.quality.overall, 0.3);
  EXPECT_EQ(e.values, extractor->create_template(pixels_of(photo)).values);  // a pure function
  const auto another = make_dlib_extractor({.models = model_folder()});
  EXPECT_EQ(e.values, another->create_template(pixels_of(photo)).values);

  std::vector<unsigned char> file;
  cv::Mat bgr;
  cv::cvtColor(photo, bgr, cv::COLOR_RGB2BGR);
  cv::imencode(".png", bgr, file);
  EXPECT_EQ(e.values, extractor->create_template(std::as_bytes(std::span(file))).values);
}

TEST_F(WithModels, TheAccurateTemplateIsThatOfTheMirrorImageToo) {
  const ExtractorOptions accurate{.models = model_folder(), .effort = Effort::kAccurate};
  const auto extractor = make_dlib_extractor(accurate);
  DlibFace dlib(model_folder());
  cv::Mat photo = drawn_photo(240, 110);
  cv::circle(photo, {150, 150}, 6, cv::Scalar(90, 50, 40), -1);  // so that it is not symmetric
  const auto faces = find_faces(dlib, photo);
  ASSERT_FALSE(faces.empty());
  const cv::Mat chip = DlibFace::chip(photo, dlib.points(photo, faces.front()), kEmbedderChip, kEmbedderPadding);
  cv::Mat mirrored;
  cv::flip(chip, mirrored, 1);
  std::vector<float> mean = dlib.embed(chip);
  const std::vector<float> other = dlib.embed(mirrored);
  EXPECT_GT(distance(mean, other), 0.01);
  for (std::size_t i = 0; i < mean.size(); ++i) mean[i] = (mean[i] + other[i]) / 2;
  EXPECT_LT(distance(extractor->create_template(pixels_of(photo)).values, mean), 1e-5);
}

TEST_F(WithModels, PhotosWithoutOneFaceAreFailuresWithAName) {
  const auto extractor = make_dlib_extractor({.models = model_folder()});
  const cv::Mat empty(240, 240, CV_8UC3, cv::Scalar(120, 130, 140));
  EXPECT_EQ(extractor->create_template(pixels_of(empty)).failure, ExtractionFailure::kNoFace);
  EXPECT_EQ(extractor->create_template(pixels_of(empty(cv::Rect(0, 0, 20, 20)).clone())).failure, ExtractionFailure::kTooSmall);
  EXPECT_EQ(extractor->create_template(std::span<const std::byte>{}).failure, ExtractionFailure::kEmpty);

  cv::Mat two(240, 480, CV_8UC3, cv::Scalar(120, 130, 140));
  draw_face(two, 120, 120, 110);
  draw_face(two, 360, 120, 110);
  cv::GaussianBlur(two, two, {}, 1.1);
  const Extraction several = extractor->create_template(pixels_of(two));
  EXPECT_EQ(several.failure, ExtractionFailure::kSeveralFaces);
  EXPECT_TRUE(several.values.empty());
  EXPECT_EQ(several.faces, 2U);
  const auto central = make_dlib_extractor({.models = model_folder(), .subject = Subject::kCentral});
  EXPECT_TRUE(central->create_template(pixels_of(two)).succeeded());
}

TEST_F(WithModels, TheSubjectIsTheLargeFaceInTheMiddle) {
  EXPECT_GT(prominence({70, 70, 100, 100}, {240, 240}), prominence({0, 0, 100, 100}, {240, 240}));
  EXPECT_GT(prominence({70, 70, 100, 100}, {240, 240}), prominence({95, 95, 50, 50}, {240, 240}));
}

TEST_F(WithModels, TheEightBitWeightsGiveNearlyTheSame) {
  if (!there("face-api/face_recognition_model.bin")) GTEST_SKIP() << "npm's 8-bit weights are not there; they are a fallback";
  DlibFace dlib(model_folder());
  Embedder full(dlib.weights());
  Embedder eight(read_face_api_weights(model_folder() / "face-api"));
  const cv::Mat chip = drawn_photo(kEmbedderChip, 100);
  const double off = distance(full.embed({chip}).front(), eight.embed({chip}).front());
  EXPECT_GT(off, 0.001);
  EXPECT_LT(off, 0.1);
}

TEST_F(WithModels, TheSecondVendorPlugsInByName) {
  if (!there("faceplugin/fr_feature.onnx")) GTEST_SKIP() << "no second vendor: run tools/setup-models second-vendor";
  const auto extractor = make_faceplugin_extractor({.models = model_folder()});
  const Extraction e = extractor->create_template(pixels_of(drawn_photo(240, 110)));
  ASSERT_EQ(e.failure, ExtractionFailure::kNone);
  ASSERT_EQ(e.values.size(), extractor->dimension());
  EXPECT_NEAR(distance(e.values, std::vector<float>(512, 0.0F)), 1.0, 1e-4);
}

}  // namespace
}  // namespace fieldtwin
