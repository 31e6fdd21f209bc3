#pragma once
/// The embedder's weights in 8 bits, as the npm package @vladmandic/face-api holds them.

#include <filesystem>

#include "matcher/image/embedder_weights.hpp"

namespace fieldtwin {

/// Reads face_recognition_model.bin by its manifest: for each tensor a name, a shape and either
/// floats or bytes b that stand for scale b + min; filters as [row][column][input][output]. Templates
/// differ from those of the full weights by about 0.04. Throws std::runtime_error if a file is missing or not as it should be.
EmbedderWeights read_face_api_weights(const std::filesystem::path& folder);

}  // namespace fieldtwin
