#pragma once
/// The numbers that are shown first.

#include <span>
#include <string>

namespace fieldtwin {

struct Headline {
  const char* metric;
  const char* words;  //!< indented if it is a part of a row above
};

/// In the order in which they are shown.
std::span<const Headline> headlines();

/// Whether the row is a part of the last row above that is none.
bool is_part(const Headline& headline);

/// The words of a row that stands alone: "held wrongly: US citizens".
std::string words_alone(const Headline& headline);

}  // namespace fieldtwin
