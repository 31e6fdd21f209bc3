#include <stdexcept>
#include <string>

#include "matcher/image/extractors.hpp"
#include "matcher/interface/image_library.hpp"

namespace fieldtwin {

extern "C" Extractor* fieldtwin_make_extractor_1(const char* name, const ExtractorOptions& options) {
  const std::string wanted = name;
  if (wanted == "dlib") return make_dlib_extractor(options).release();
  if (wanted == "faceplugin") return make_faceplugin_extractor(options).release();
  throw std::invalid_argument("there is no matcher '" + wanted + "'");
}

}  // namespace fieldtwin
