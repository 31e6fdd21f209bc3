#pragma once
/// What the safeguards had to do with one scan.

#include <cstdint>

#include "sim/quantities.hpp"

namespace fieldtwin {

struct SafeguardRecord {
  std::uint8_t photos = 1;        //!< searched for, and kept if any is
  bool photos_disagreed = false;  //!< a second photo did not return the first one's candidate
  bool checked = false;           //!< a reviewer looked at photo and candidate
  bool check_rejected = false;    //!< and took them for two people
  Seconds checking{0.0};          //!< how long that took
  bool audited = false;           //!< a supervisor looked at the scan afterwards
  Seconds auditing{0.0};          //!< how long that took
};

}  // namespace fieldtwin
