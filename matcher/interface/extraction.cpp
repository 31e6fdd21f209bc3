#include "matcher/interface/extraction.hpp"

namespace fieldtwin {
namespace {

struct Named {
  std::string_view words, name;
};
constexpr std::array<Named, kExtractionFailures> kFailures{{{"none", "none"},
                                                            {"the file cannot be opened", "unreadable"},
                                                            {"the file is empty", "empty"},
                                                            {"not an image (JPEG and PNG are read)", "not_an_image"},
                                                            {"the image is cut short", "truncated"},
                                                            {"the image is damaged", "damaged"},
                                                            {"the image is too large", "too_large"},
                                                            {"the image is too small", "too_small"},
                                                            {"no face", "no_face"},
                                                            {"several faces", "several_faces"}}};

}  // namespace

std::string_view words_of(ExtractionFailure failure) {
  return kFailures.at(static_cast<std::size_t>(failure)).words;
}
std::string_view name_of(ExtractionFailure failure) {
  return kFailures.at(static_cast<std::size_t>(failure)).name;
}

}  // namespace fieldtwin
