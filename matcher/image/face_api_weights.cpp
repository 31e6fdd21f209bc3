#include "matcher/image/face_api_weights.hpp"

#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace fieldtwin {
namespace {

struct Tensor {
  std::vector<int> shape;
  std::vector<float> values;
};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file.string() + " cannot be opened");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, Tensor> tensors_of(const std::filesystem::path& folder) {
  const auto manifest = nlohmann::json::parse(content_of(folder / "face_recognition_model-weights_manifest.json"));
  const std::string bytes = content_of(folder / "face_recognition_model.bin");
  std::map<std::string, Tensor> tensors;
  std::size_t at = 0;
  for (const auto& entry : manifest.at(0).at("weights")) {
    Tensor tensor{entry.at("shape").get<std::vector<int>>(), {}};
    std::size_t count = 1;
    for (const int side : tensor.shape) count *= static_cast<std::size_t>(side);
    const auto quantization = entry.find("quantization");
    const std::size_t each = quantization == entry.end() ? sizeof(float) : 1;
    if (count > (bytes.size() - at) / each) {
      throw std::runtime_error("the 8-bit face embedder is shorter than its manifest says");
    }
    tensor.values.resize(count);
    if (quantization == entry.end()) {  // some filters are kept in full
      std::memcpy(tensor.values.data(), bytes.data() + at, count * sizeof(float));
    } else {
      const auto scale = quantization->at("scale").get<float>();
      const auto least = quantization->at("min").get<float>();
      for (std::size_t i = 0; i < count; ++i) {
        tensor.values[i] = scale * static_cast<float>(static_cast<unsigned char>(bytes[at + i])) + least;
      }
    }
    at += count * each;
    tensors.emplace(entry.at("name").get<std::string>(), std::move(tensor));
  }
  return tensors;
}

WeightedConvolution convolution_of(const std::map<std::string, Tensor>& tensors, const std::string& name) {
  const Tensor& filters = tensors.at(name + "/conv/filters");
  const int size = filters.shape.at(0);
  const int inputs = filters.shape.at(2);
  const int outputs = filters.shape.at(3);
  WeightedConvolution c{outputs, inputs, size, std::vector<float>(filters.values.size()),
                        tensors.at(name + "/conv/bias").values, tensors.at(name + "/scale/weights").values,
                        tensors.at(name + "/scale/biases").values};
  const auto area = static_cast<std::size_t>(size * size);
  const auto in = static_cast<std::size_t>(inputs);
  const auto out = static_cast<std::size_t>(outputs);
  for (std::size_t place = 0; place < area; ++place) {
    for (std::size_t i = 0; i < in; ++i) {
      for (std::size_t o = 0; o < out; ++o) {
        c.filters[(o * in + i) * area + place] = filters.values[(place * in + i) * out + o];
      }
    }
  }
  return c;
}

}  // namespace

EmbedderWeights read_face_api_weights(const std::filesystem::path& folder) {
  const auto tensors = tensors_of(folder);
  EmbedderWeights weights;
  weights.convolutions.push_back(convolution_of(tensors, "conv32_down"));
  constexpr const char* kBlocks[] = {"conv32_1",   "conv32_2",  "conv32_3",  "conv64_down",   "conv64_1",
                                     "conv64_2",   "conv64_3",  "conv128_down", "conv128_1",  "conv128_2",
                                     "conv256_down", "conv256_1", "conv256_2", "conv256_down_out"};
  for (const std::string block : kBlocks) {
    weights.convolutions.push_back(convolution_of(tensors, block + "/conv1"));
    weights.convolutions.push_back(convolution_of(tensors, block + "/conv2"));
  }
  const Tensor& matrix = tensors.at("fc");
  const auto inputs = static_cast<std::size_t>(matrix.shape.at(0));
  const auto outputs = static_cast<std::size_t>(matrix.shape.at(1));
  weights.matrix.resize(inputs * outputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    for (std::size_t o = 0; o < outputs; ++o) weights.matrix[o * inputs + i] = matrix.values[i * outputs + o];
  }
  return weights;
}

}  // namespace fieldtwin
