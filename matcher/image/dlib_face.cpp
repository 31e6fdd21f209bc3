#include "matcher/image/dlib_face.hpp"

// After OpenCV, which dlib/opencv.h needs to have been included.
#include <dlib/dnn.h>
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "matcher/interface/models.hpp"

// A thread a photo is faster than several threads for the small matrices of one.
extern "C" void openblas_set_num_threads(int) __attribute__((weak));

namespace fieldtwin {
namespace {

// The detector (dlib's dnn_mmod_face_detection_ex.cpp).
template <long kFilters, typename Below>
using Con5d = dlib::con<kFilters, 5, 5, 2, 2, Below>;
template <long kFilters, typename Below>
using Con5 = dlib::con<kFilters, 5, 5, 1, 1, Below>;
template <typename Below>
using Downsampler = dlib::relu<dlib::affine<
    Con5d<32, dlib::relu<dlib::affine<Con5d<32, dlib::relu<dlib::affine<Con5d<16, Below>>>>>>>>>;
template <typename Below>
using Rcon5 = dlib::relu<dlib::affine<Con5<45, Below>>>;
using Detector = dlib::loss_mmod<dlib::con<
    1, 9, 9, 1, 1,
    Rcon5<Rcon5<Rcon5<Downsampler<dlib::input_rgb_image_pyramid<dlib::pyramid_down<6>>>>>>>>;

// The embedder (dlib's dnn_face_recognition_ex.cpp).
template <int kChannels, int kStride, typename Below>
using Block = dlib::affine<dlib::con<
    kChannels, 3, 3, 1, 1,
    dlib::relu<dlib::affine<dlib::con<kChannels, 3, 3, kStride, kStride, Below>>>>>;
template <int kChannels, typename Below>
using Same = dlib::relu<dlib::add_prev1<Block<kChannels, 1, dlib::tag1<Below>>>>;
template <int kChannels, typename Below>
using Down = dlib::relu<dlib::add_prev2<dlib::avg_pool<
    2, 2, 2, 2, dlib::skip1<dlib::tag2<Block<kChannels, 2, dlib::tag1<Below>>>>>>>;
template <typename Below>
using Level32 = Same<32, Same<32, Same<32, Below>>>;
template <typename Below>
using Level64 = Same<64, Same<64, Same<64, Down<64, Below>>>>;
template <typename Below>
using Level128 = Same<128, Same<128, Down<128, Below>>>;
template <typename Below>
using Level256 = Down<256, Same<256, Same<256, Down<256, Below>>>>;
using Embedder = dlib::loss_metric<dlib::fc_no_bias<
    128, dlib::avg_pool_everything<Level256<Level128<Level64<Level32<dlib::max_pool<
             3, 3, 2, 2,
             dlib::relu<dlib::affine<
                 dlib::con<32, 7, 7, 2, 2, dlib::input_rgb_image_sized<kEmbedderChip>>>>>>>>>>>>;

template <typename Part>
void read_file(const std::filesystem::path& file, Part& part) {
  try {
    dlib::deserialize(file.string()) >> part;
  } catch (const std::exception& error) {
    throw std::runtime_error(file.string() + " cannot be read: " + error.what());
  }
}

dlib::rectangle rectangle_of(const FaceBox& box) {
  return {std::lround(box.left), std::lround(box.top), std::lround(box.left + box.width) - 1,
          std::lround(box.top + box.height) - 1};
}

FaceBox box_of(const dlib::rectangle& r) {
  return {static_cast<double>(r.left()), static_cast<double>(r.top()),
          static_cast<double>(r.width()), static_cast<double>(r.height())};
}

std::vector<float> numbers(const dlib::tensor& tensor) {
  return {tensor.host(), tensor.host() + tensor.size()};
}

/// dlib unpacks it for a second.
const dlib::frontal_face_detector& gradient_detector() {
  static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
  return detector;
}

/// Gathers the layers' numbers from the loss down to the photo.
class Gatherer {
 public:
  explicit Gatherer(EmbedderWeights& weights) : weights_(&weights) {}

  template <typename Any>
  void operator()(std::size_t, Any&) {}
  template <typename Below>
  void operator()(std::size_t, dlib::add_layer<dlib::affine_, Below>& layer) {
    affine_gain_ = numbers(layer.layer_details().get_gamma());
    affine_offset_ = numbers(layer.layer_details().get_beta());
  }
  template <long kOut, long kRows, long kColumns, int kY, int kX, int kPadY, int kPadX, typename Below>
  void operator()(std::size_t,
                  dlib::add_layer<dlib::con_<kOut, kRows, kColumns, kY, kX, kPadY, kPadX>, Below>& layer) {
    const std::vector<float> all = numbers(layer.layer_details().get_layer_params());
    constexpr std::size_t kArea = kRows * kColumns;
    const std::size_t filters = all.size() - kOut;
    WeightedConvolution c{static_cast<int>(kOut), static_cast<int>(filters / kArea / kOut), static_cast<int>(kRows),
                          {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(filters)},
                          {all.begin() + static_cast<std::ptrdiff_t>(filters), all.end()},
                          affine_gain_, affine_offset_};
    weights_->convolutions.insert(weights_->convolutions.begin(), std::move(c));
  }
  template <unsigned long kOut, dlib::fc_bias_mode kBias, typename Below>
  void operator()(std::size_t, dlib::add_layer<dlib::fc_<kOut, kBias>, Below>& layer) {
    const std::vector<float> all = numbers(layer.layer_details().get_layer_params());
    const std::size_t inputs = all.size() / kOut;
    weights_->matrix.resize(all.size());
    for (std::size_t i = 0; i < inputs; ++i) {
      for (std::size_t o = 0; o < kOut; ++o) weights_->matrix[o * inputs + i] = all[i * kOut + o];
    }
  }

 private:
  EmbedderWeights* weights_;
  std::vector<float> affine_gain_;
  std::vector<float> affine_offset_;
};

}  // namespace

struct DlibFace::Parts {
  std::filesystem::path models;
  dlib::frontal_face_detector gradients = gradient_detector();
  std::optional<Detector> network;
  std::optional<dlib::shape_predictor> points;
  std::optional<Embedder> embedder;

  Embedder& the_embedder() {
    if (!embedder) read_file(models / kEmbedderModel, embedder.emplace());
    return *embedder;
  }
};

DlibFace::DlibFace(std::filesystem::path models) : parts_(std::make_unique<Parts>()) {
  if (openblas_set_num_threads != nullptr) openblas_set_num_threads(1);
  parts_->models = std::move(models);
}
DlibFace::DlibFace(DlibFace&&) noexcept = default;
DlibFace::~DlibFace() = default;

std::vector<FaceBox> DlibFace::detect_by_gradients(const cv::Mat& grey, double threshold) {
  std::vector<std::pair<double, dlib::rectangle>> found;
  parts_->gradients(dlib::cv_image<unsigned char>(grey), found, threshold);
  std::vector<FaceBox> boxes;
  for (const auto& [confidence, rectangle] : found) boxes.push_back(box_of(rectangle));
  return boxes;
}

std::vector<FaceBox> DlibFace::detect_by_network(const cv::Mat& rgb) {
  const std::filesystem::path file = parts_->models / "mmod_human_face_detector.dat";
  if (!parts_->network && !std::filesystem::exists(file)) return {};
  if (!parts_->network) read_file(file, parts_->network.emplace());
  dlib::matrix<dlib::rgb_pixel> picture;
  dlib::assign_image(picture, dlib::cv_image<dlib::rgb_pixel>(rgb));
  std::vector<FaceBox> boxes;
  for (const auto& found : (*parts_->network)(picture)) boxes.push_back(box_of(found.rect));
  return boxes;
}

FacePoints DlibFace::points(const cv::Mat& rgb, const FaceBox& box) {
  if (!parts_->points) {
    const std::filesystem::path five = parts_->models / kLandmarkModel;
    const bool there = std::filesystem::exists(five) || !std::filesystem::exists(kManyLandmarkModel);
    read_file(there ? five : std::filesystem::path(kManyLandmarkModel), parts_->points.emplace());
  }
  const auto shape = (*parts_->points)(dlib::cv_image<dlib::rgb_pixel>(rgb), rectangle_of(box));
  // Corners of the eyes and the base of the nose, as the model of many points numbers them.
  constexpr std::array<unsigned long, 5> kFive{0, 1, 2, 3, 4};
  constexpr std::array<unsigned long, 5> kOfMany{45, 42, 36, 39, 33};
  FacePoints points{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto part = shape.part(shape.num_parts() == kFive.size() ? kFive[i] : kOfMany[i]);
    points[i] = {static_cast<double>(part.x()), static_cast<double>(part.y())};
  }
  return points;
}

cv::Mat DlibFace::chip(const cv::Mat& rgb, const FacePoints& points, int size, double padding) {
  std::vector<dlib::point> parts;
  for (const PixelPoint& p : points) parts.emplace_back(std::lround(p.x), std::lround(p.y));
  const dlib::full_object_detection face(dlib::rectangle(), parts);
  const auto place = dlib::get_face_chip_details(face, static_cast<unsigned long>(size), padding);
  dlib::array2d<dlib::rgb_pixel> cut;
  dlib::extract_image_chip(dlib::cv_image<dlib::rgb_pixel>(rgb), place, cut);
  return dlib::toMat(cut).clone();
}

std::vector<float> DlibFace::embed(const cv::Mat& chip) {
  dlib::matrix<dlib::rgb_pixel> picture;
  dlib::assign_image(picture, dlib::cv_image<dlib::rgb_pixel>(chip));
  const dlib::matrix<float, 0, 1> values = parts_->the_embedder()(picture);
  return {values.begin(), values.end()};
}

EmbedderWeights DlibFace::weights() {
  // dlib sizes the views on a layer's numbers when a photo first passes.
  embed(cv::Mat::zeros(kEmbedderChip, kEmbedderChip, CV_8UC3));
  EmbedderWeights weights;
  dlib::visit_layers(parts_->the_embedder(), Gatherer(weights));
  parts_->embedder.reset();  // who asks for the weights computes with them
  return weights;
}

}  // namespace fieldtwin
