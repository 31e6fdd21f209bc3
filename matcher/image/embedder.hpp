#pragma once
/// The face embedder in OpenCV's dnn module.

#include <opencv2/dnn.hpp>
#include <vector>

#include "matcher/image/embedder_weights.hpp"

namespace fieldtwin {

/// dlib's residual network with the affine layers folded into the convolutions, which is a third
/// faster here than dlib itself and gives the same numbers but for rounding. For one thread.
class Embedder {
 public:
  /// Throws std::runtime_error if the weights are not those of the network.
  explicit Embedder(const EmbedderWeights& weights);

  /// 128 numbers of each chip (RGB, 150 pixels); they are not of unit length, and are compared by
  /// their L2 distance. Chips of one call do not change each other's numbers beyond rounding.
  std::vector<std::vector<float>> embed(const std::vector<cv::Mat>& chips);

 private:
  cv::dnn::Net network_;
};

}  // namespace fieldtwin
