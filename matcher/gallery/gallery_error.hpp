#pragma once
/// What can be wrong with a gallery's file.

#include <stdexcept>

namespace fieldtwin {

/// The file cannot be read or written, is no gallery, is damaged, or is of another version. The
/// message names the file.
class GalleryError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace fieldtwin
