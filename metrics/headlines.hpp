#pragma once
/// The numbers that are shown first.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldtwin {

struct Headline {
  const char* metric;
  const char* words;  //!< indented if it is a part of a row above
};

/// In the order in which they are shown.
std::span<const Headline> headlines();

/// Those of a study or a comparison with ports: what happens there first; the others follow if
/// anybody else was stopped or booked. Without ports: headlines(). `mean`: of a metric, if the
/// study can tell it.
std::vector<Headline> headlines_of(
    const std::function<std::optional<double>(std::string_view)>& mean);

/// Whether the row is a part of the last row above that is none.
bool is_part(const Headline& headline);

/// The words of a row that stands alone: "held wrongly: US citizens".
std::string words_alone(const Headline& headline);

}  // namespace fieldtwin
