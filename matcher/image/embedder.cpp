#include "matcher/image/embedder.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace fieldtwin {
namespace {

using cv::dnn::DictValue;
using cv::dnn::LayerParams;

/// Puts the network together, from the photo on.
class Builder {
 public:
  explicit Builder(const EmbedderWeights& weights) : weights_(&weights) {}

  cv::dnn::Net build() {
    convolve(2, 0);
    rectify();
    pool("MAX", 3, 2);
    for (int i = 0; i < 3; ++i) same();
    down();
    for (int i = 0; i < 3; ++i) same();
    down();
    for (int i = 0; i < 2; ++i) same();
    down();
    for (int i = 0; i < 2; ++i) same();
    down();
    pool_everything();
    multiply();
    return net_;
  }

 private:
  int add(const std::string& type, LayerParams& params, const std::vector<int>& inputs) {
    const int id = net_.addLayer(type + std::to_string(++layers_), type, params);
    for (std::size_t i = 0; i < inputs.size(); ++i) net_.connect(inputs[i], 0, id, static_cast<int>(i));
    return id;
  }
  void follow(const std::string& type, LayerParams& params) { last_ = add(type, params, {last_}); }

  /// The next convolution, with the affine layer behind it in its filters and bias.
  void convolve(int stride, int pad) {
    const WeightedConvolution& c = weights_->convolutions[next_++];
    const int sizes[] = {c.outputs, c.inputs, c.size, c.size};
    cv::Mat filters(4, sizes, CV_32F);
    cv::Mat bias(1, c.outputs, CV_32F);
    const std::size_t each = c.filters.size() / static_cast<std::size_t>(c.outputs);
    for (int o = 0; o < c.outputs; ++o) {
      const auto at = static_cast<std::size_t>(o);
      for (std::size_t i = 0; i < each; ++i) {
        filters.ptr<float>()[at * each + i] = c.filters[at * each + i] * c.gain[at];
      }
      bias.at<float>(o) = c.bias[at] * c.gain[at] + c.offset[at];
    }
    LayerParams params;
    params.set("num_output", c.outputs);
    params.set("kernel_size", c.size);
    params.set("stride", stride);
    params.set("pad", pad);
    params.set("bias_term", true);
    params.blobs = {filters, bias};
    follow("Convolution", params);
    side_ = (side_ + 2 * pad - c.size) / stride + 1;
    channels_ = c.outputs;
  }
  void rectify() {
    LayerParams params;
    follow("ReLU", params);
  }
  void pool(const std::string& kind, int size, int stride) {
    LayerParams params;
    params.set("pool", kind);
    params.set("kernel_size", size);
    params.set("stride", stride);
    params.set("ceil_mode", false);
    follow("Pooling", params);
    side_ = (side_ - size) / stride + 1;
  }
  /// Zeros behind the rows, columns and channels, as dlib's sums take what is missing for zero.
  int padded(int layer, int channels, int side, int to_channels, int to_side) {
    if (channels == to_channels && side == to_side) return layer;
    const int margins[] = {0, 0, 0, to_channels - channels, 0, to_side - side, 0, to_side - side};
    LayerParams params;
    params.set("paddings", DictValue::arrayInt(margins, 8));
    params.set("value", 0.0F);
    return add("Padding", params, {layer});
  }
  void sum(int a, int b) {
    LayerParams params;
    params.set("operation", "sum");
    last_ = add("Eltwise", params, {a, b});
  }
  void same() {
    const int before = last_;
    convolve(1, 1);
    rectify();
    convolve(1, 1);
    sum(last_, before);
    rectify();
  }
  void down() {
    const int before = last_;
    const int before_channels = channels_;
    const int before_side = side_;
    convolve(2, 0);
    rectify();
    convolve(1, 1);
    const int block = last_;
    const int block_channels = channels_;
    const int block_side = side_;
    last_ = before;
    side_ = before_side;
    pool("AVE", 2, 2);
    const int channels = std::max(block_channels, before_channels);
    const int side = std::max(block_side, side_);
    sum(padded(block, block_channels, block_side, channels, side),
        padded(last_, before_channels, side_, channels, side));
    channels_ = channels;
    side_ = side;
    rectify();
  }
  void pool_everything() {
    LayerParams params;
    params.set("pool", "AVE");
    params.set("global_pooling", true);
    follow("Pooling", params);
  }
  void multiply() {
    const int inputs = static_cast<int>(weights_->matrix.size()) / kEmbedderDimension;
    const int sizes[] = {kEmbedderDimension, inputs, 1, 1};
    LayerParams params;
    params.set("num_output", kEmbedderDimension);
    params.set("kernel_size", 1);
    params.set("bias_term", false);
    params.blobs = {cv::Mat(4, sizes, CV_32F, const_cast<float*>(weights_->matrix.data())).clone()};
    follow("Convolution", params);
  }

  const EmbedderWeights* weights_;
  cv::dnn::Net net_;
  std::size_t next_ = 0;
  int layers_ = 0;
  int last_ = 0;
  int channels_ = 3;
  int side_ = kEmbedderChip;
};

void check(const EmbedderWeights& weights) {
  bool right = weights.convolutions.size() == kEmbedderConvolutions &&
               weights.matrix.size() == std::size_t{256} * kEmbedderDimension;
  for (const WeightedConvolution& c : weights.convolutions) {
    const auto outputs = static_cast<std::size_t>(c.outputs);
    right = right && c.bias.size() == outputs && c.gain.size() == outputs && c.offset.size() == outputs &&
            c.filters.size() == outputs * static_cast<std::size_t>(c.inputs * c.size * c.size);
  }
  if (!right) throw std::runtime_error("the weights are not those of the face embedder");
}

}  // namespace

Embedder::Embedder(const EmbedderWeights& weights) {
  check(weights);
  network_ = Builder(weights).build();
  network_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
  network_.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
}

std::vector<std::vector<float>> Embedder::embed(const std::vector<cv::Mat>& chips) {
  std::vector<cv::Mat> scaled;
  for (const cv::Mat& chip : chips) {
    cv::Mat values;
    chip.convertTo(values, CV_32FC3);
    values = (values - cv::Scalar(122.782, 117.001, 104.298)) / 256.0;  // of the training photos
    scaled.push_back(values);
  }
  network_.setInput(cv::dnn::blobFromImages(scaled));
  const cv::Mat out = network_.forward();
  std::vector<std::vector<float>> templates;
  for (int i = 0; i < static_cast<int>(chips.size()); ++i) {
    const float* row = out.ptr<float>() + static_cast<std::ptrdiff_t>(i) * kEmbedderDimension;
    templates.emplace_back(row, row + kEmbedderDimension);
  }
  return templates;
}

}  // namespace fieldtwin
