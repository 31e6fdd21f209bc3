/// Measures the image matcher's way from a JPEG file to a template against the embedder alone, and
/// the embedder in OpenCV against dlib's, in the same job: the machine's speed cancels in the
/// ratios. One thread, and the library for AVX2 where there is one, as the program takes it. Ends
/// with 1 if a ratio is out of bounds or results differ.
///
///   bench_image [folder of photos [repeats]]     without a folder: one drawn face

#include <fmt/core.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "matcher/image/embedder.hpp"
#include "matcher/image/extractors.hpp"
#include "matcher/image/image_file.hpp"
#include "matcher/interface/models.hpp"
#include "tests/matcher/image/drawn_face.hpp"

namespace fieldtwin {
namespace {

constexpr double kMostTimesEmbedder = 2.0;
constexpr double kMostDistance = 1e-5;
constexpr std::size_t kMostPhotos = 32;

double seconds_of(const std::function<void()>& job) {
  const auto began = std::chrono::steady_clock::now();
  job();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

using File = std::vector<unsigned char>;

std::vector<File> photos_in(const std::filesystem::path& folder) {
  std::vector<File> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (files.size() == kMostPhotos) break;
    if (entry.path().extension() != ".jpg") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return files;
}

File drawn_file() {
  cv::Mat bgr;
  cv::cvtColor(drawn_photo(240, 120), bgr, cv::COLOR_RGB2BGR);
  File file;
  cv::imencode(".jpg", bgr, file);
  return file;
}

std::span<const std::byte> bytes_of(const File& file) { return std::as_bytes(std::span(file)); }

/// The chips of the files, as the extractor cuts them.
std::vector<cv::Mat> chips_of(const std::vector<File>& files, DlibFace& dlib) {
  std::vector<cv::Mat> chips;
  for (const File& file : files) {
    const DecodedImage image = decode_image(bytes_of(file));
    if (image.rgb.empty()) continue;
    const auto faces = find_faces(dlib, image.rgb);
    if (faces.empty()) continue;
    chips.push_back(DlibFace::chip(image.rgb, dlib.points(image.rgb, faces.front()), kEmbedderChip, kEmbedderPadding));
  }
  return chips;
}

double largest_distance(const std::vector<cv::Mat>& chips, Embedder& embedder, DlibFace& dlib) {
  double largest = 0.0;
  for (const cv::Mat& chip : chips) {
    const auto ours = embedder.embed({chip}).front();
    const auto theirs = dlib.embed(chip);
    double sum = 0.0;
    for (std::size_t i = 0; i < ours.size(); ++i) sum += std::pow(static_cast<double>(ours[i]) - static_cast<double>(theirs[i]), 2);
    largest = std::max(largest, std::sqrt(sum));
  }
  return largest;
}

int bench(const std::vector<File>& files, int repeats) {
  const auto extractor = make_dlib_extractor({.models = model_folder(), .subject = Subject::kCentral});
  DlibFace dlib(model_folder());
  Embedder embedder(dlib.weights());
  const std::vector<cv::Mat> chips = chips_of(files, dlib);
  if (chips.empty()) {
    fmt::print(stderr, "no photo with a face\n");
    return 1;
  }
  const double distance = largest_distance(chips, embedder, dlib);  // and all is warm
  const auto templates = [&] { for (const File& file : files) extractor->create_template(bytes_of(file)); };
  templates();
  std::vector<double> whole, alone, reference, ratio, faster;
  for (int i = 0; i < repeats; ++i) {
    whole.push_back(seconds_of(templates) / static_cast<double>(files.size()));
    alone.push_back(seconds_of([&] { for (const auto& chip : chips) embedder.embed({chip}); }) / static_cast<double>(chips.size()));
    reference.push_back(seconds_of([&] { for (const auto& chip : chips) dlib.embed(chip); }) / static_cast<double>(chips.size()));
    ratio.push_back(whole.back() / alone.back());
    faster.push_back(reference.back() / alone.back());
  }
  fmt::print("{} photos, {} with a face\n", files.size(), chips.size());
  fmt::print("{:<52} {:8.1f} ms\n", "decode to template", 1e3 * median(whole));
  fmt::print("{:<52} {:8.1f} ms\n", "the embedder alone, in OpenCV", 1e3 * median(alone));
  fmt::print("{:<52} {:8.1f} ms\n", "the embedder alone, in dlib", 1e3 * median(reference));
  fmt::print("{:<52} {:8.3f}  (at most {})\n", "decode to template / the embedder alone", median(ratio), kMostTimesEmbedder);
  fmt::print("{:<52} {:8.3f}  (at least 1: OpenCV is the one used)\n", "the embedder in dlib / in OpenCV", median(faster));
  fmt::print("{:<52} {:8.1e}  (at most {})\n", "largest distance between their templates", distance, kMostDistance);
  return median(ratio) <= kMostTimesEmbedder && median(faster) >= 1.0 && distance <= kMostDistance ? 0 : 1;
}

}  // namespace
}  // namespace fieldtwin

int main(int argc, char** argv) {
  using namespace fieldtwin;
  if (getenv("OPENBLAS_NUM_THREADS") == nullptr) {  // read when the library is loaded: begin again
    setenv("OPENBLAS_NUM_THREADS", "1", 1);
    execv("/proc/self/exe", argv);
  }
  try {
    const std::vector<File> files = argc > 1 ? photos_in(argv[1]) : std::vector<File>{drawn_file()};
    return bench(files, argc > 2 ? std::max(1, atoi(argv[2])) : 9);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
