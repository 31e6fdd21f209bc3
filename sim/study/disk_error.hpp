#pragma once
/// What the operating system refuses.

#include <stdexcept>

namespace fieldtwin {

/// Something could not be written or read: the disk is full, a folder is not writable.
class DiskError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace fieldtwin
