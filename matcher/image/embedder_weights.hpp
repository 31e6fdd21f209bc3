#pragma once
/// The numbers of the face embedder, whatever file they are read from.

#include <cstddef>
#include <vector>

namespace fieldtwin {

/// A convolution with the affine layer behind it: out = gain (filters * in + bias) + offset.
struct WeightedConvolution {
  int outputs, inputs, size;   //!< channels and the side of the filters
  std::vector<float> filters;  //!< [outputs][inputs][size][size]
  std::vector<float> bias;     //!< [outputs]
  std::vector<float> gain;     //!< [outputs]
  std::vector<float> offset;   //!< [outputs]
};

/// dlib's residual network of 29 layers (He et al. 2016, halved): convolutions in the order in which
/// a photo passes them, and the matrix at the end.
struct EmbedderWeights {
  std::vector<WeightedConvolution> convolutions;
  std::vector<float> matrix;  //!< [128][256]
};

inline constexpr int kEmbedderChip = 150;        //!< pixels
inline constexpr double kEmbedderPadding = 0.25;  //!< of the face's width
inline constexpr std::size_t kEmbedderConvolutions = 29;
inline constexpr int kEmbedderDimension = 128;

}  // namespace fieldtwin
