#pragma once
/// What the library of the image matcher exports.

#include "matcher/interface/extractor.hpp"

namespace fieldtwin {

inline constexpr char kImageLibrary[] = "libfieldtwin_image.so";
inline constexpr char kImageLibraryAvx2[] = "libfieldtwin_image_avx2.so";  //!< the same, to the same bits
inline constexpr char kMakeExtractor[] = "fieldtwin_make_extractor_1";

/// The caller owns what it returns. Throws as make_extractor().
using MakeExtractor = Extractor*(const char* name, const ExtractorOptions& options);

}  // namespace fieldtwin
