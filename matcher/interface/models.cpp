#include "matcher/interface/models.hpp"

#include <cstdlib>
#include <string>

namespace fieldtwin {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::filesystem::path model_folder(const std::filesystem::path& given) {
  if (!given.empty()) return given;
  if (const std::string own = variable("FIELDTWIN_MODELS"); !own.empty()) return own;
  std::filesystem::path cache = variable("XDG_CACHE_HOME");
  if (cache.empty()) cache = std::filesystem::path(variable("HOME")) / ".cache";
  return cache / "fieldtwin" / "models";
}

}  // namespace fieldtwin
