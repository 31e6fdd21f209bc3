#pragma once
/// What becomes of a photo on its way to a template.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace fieldtwin {

/// A photo in memory: 8 bits a channel, red, green, blue, rows from the top, without padding. A
/// view; it owns nothing.
struct Pixels {
  int width;
  int height;
  std::span<const std::uint8_t> rgb;  //!< 3 width height
};

/// Why a photo gives no template.
enum class ExtractionFailure : std::uint8_t {
  kNone,
  kUnreadable,    //!< the file cannot be opened
  kEmpty,         //!< a file without content
  kNotAnImage,    //!< neither JPEG nor PNG
  kTruncated,     //!< an image file that ends early
  kDamaged,       //!< an image file that does not decode
  kTooLarge,      //!< more pixels than kMostPixels, or a side longer than kLongestSide
  kTooSmall,      //!< a side shorter than kShortestSide
  kNoFace,        //!< no detector finds a face
  kSeveralFaces,  //!< a second face is at least half as wide as the first
};
inline constexpr std::size_t kExtractionFailures = 10;

inline constexpr int kLongestSide = 16384;
inline constexpr int kShortestSide = 32;
inline constexpr std::int64_t kMostPixels = 100'000'000;

/// "no face", as people read it, and "no_face", as programs do.
std::string_view words_of(ExtractionFailure failure);
std::string_view name_of(ExtractionFailure failure);

/// How well a face is taken, each from 0 (useless) to 1 (nothing to wish for); matcher/image/quality.hpp
/// has the formulas.
struct FaceQuality {
  double overall = 0.0;  //!< the product of the others
  double size = 0.0;
  double sharpness = 0.0;
  double pose = 0.0;
  double brightness = 0.0;
};

/// Where a face was found, in pixels.
struct FacePlace {
  double left = 0.0, top = 0.0, width = 0.0, height = 0.0;
};

/// What the steps took on this machine [s]. Measured, so never part of a result.
struct ExtractionTimes {
  double decode = 0.0, detect = 0.0, align = 0.0, embed = 0.0;

  double total() const { return decode + detect + align + embed; }
};

struct Extraction {
  ExtractionFailure failure = ExtractionFailure::kNone;
  std::vector<float> values;  //!< the template; empty if there is none
  FaceQuality quality;        //!< of the face, wherever one was found
  FacePlace place;            //!< the same
  std::size_t faces = 0;      //!< found in the photo
  ExtractionTimes times;

  bool succeeded() const { return failure == ExtractionFailure::kNone; }
};

}  // namespace fieldtwin
