#pragma once

#include <stdexcept>

namespace fieldtwin {

/// The data that faces are made from are missing or not what they should be; the message is a
/// sentence for the user that says what to run.
class FaceDataError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace fieldtwin
