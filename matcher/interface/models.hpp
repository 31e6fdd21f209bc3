#pragma once
/// Where the files of models are; tools/setup-models puts them there.

#include <filesystem>
#include <stdexcept>

namespace fieldtwin {

/// A model is not there, or the program was built without what uses it. The message says in one line
/// what to do.
class ModelsMissing : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// `given` unless it is empty; then the environment's FIELDTWIN_MODELS; then fieldtwin/models in the
/// user's cache (XDG_CACHE_HOME, ~/.cache). Whether anything is there is for the caller to see.
std::filesystem::path model_folder(const std::filesystem::path& given = {});

}  // namespace fieldtwin
