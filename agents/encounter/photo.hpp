#pragma once
/// A photo as it is sent.

#include "agents/encounter/subject.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A photo that passed the app's face-presence check.
struct Photo {
  Probability quality;  //!< 0 worst, 1 best
  Bytes size;
  Subject subject;  //!< whom it shows
};

}  // namespace fieldtwin
