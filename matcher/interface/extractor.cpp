#include "matcher/interface/extractor.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "matcher/interface/image_library.hpp"
#include "matcher/interface/models.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2");
#else
  return false;
#endif
}

/// The library is built beside the program; tests lie in folders below.
fs::path library_path() {
  if (const char* own = std::getenv("FIELDTWIN_IMAGE_MATCHER"); own != nullptr && *own != 0) return own;
  std::error_code ignored;
  fs::path folder = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (int up = 0; up < 5 && folder.has_relative_path(); ++up, folder = folder.parent_path()) {
    if (fs::path file = folder / kImageLibraryAvx2; has_avx2() && fs::exists(file, ignored)) return file;
    if (fs::path file = folder / kImageLibrary; fs::exists(file, ignored)) return file;
  }
  throw ModelsMissing(
      "this build has no image matcher: install libopencv-dnn-dev, libopencv-imgcodecs-dev and libdlib-dev "
      "(tools/setup does), and build again");
}

[[noreturn]] void miss(const std::string& what, const fs::path& folder) {
  throw ModelsMissing(what + " in " + folder.string() +
                      ": run tools/setup-models, or name their folder with --model-dir or FIELDTWIN_MODELS");
}

MakeExtractor* load() {
  const fs::path path = library_path();
  void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);  // kept until the process ends
  if (library == nullptr) throw ModelsMissing("the image matcher cannot be loaded: " + std::string(dlerror()));
  auto* make = reinterpret_cast<MakeExtractor*>(dlsym(library, kMakeExtractor));
  if (make == nullptr) throw ModelsMissing(path.string() + " is of another version");
  return make;
}

}  // namespace

std::vector<std::string> extractor_names() { return {"dlib", "faceplugin"}; }

void check_extractor(std::string_view name, const fs::path& models) {
  if (!std::ranges::count(extractor_names(), name)) {
    throw std::invalid_argument("there is no matcher '" + std::string(name) + "'; there are dlib and faceplugin");
  }
  library_path();
  const auto there = [&](const fs::path& file) { return fs::exists(models / file); };
  if (name == "faceplugin" && !there(kSecondVendorModel)) {
    throw ModelsMissing("the second vendor's model is not in " + models.string() +
                        ": run tools/setup-models second-vendor matcher");
  }
  if (name == "dlib" && !there(kEmbedderModel) && !there(kEightBitModel)) miss("there are no face models", models);
  if (!there(kLandmarkModel) && !fs::exists(kManyLandmarkModel)) miss("there is no landmark model", models);
}

std::unique_ptr<Extractor> make_extractor(std::string_view name, const ExtractorOptions& options) {
  check_extractor(name, options.models);
  static MakeExtractor* const make = load();
  return std::unique_ptr<Extractor>(make(std::string(name).c_str(), options));
}

Extraction create_template_of(Extractor& extractor, const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  Extraction failed;
  failed.failure = ExtractionFailure::kUnreadable;
  if (!in || !fs::is_regular_file(file)) return failed;
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return failed;
  return extractor.create_template(std::as_bytes(std::span(text)));
}

}  // namespace fieldtwin
