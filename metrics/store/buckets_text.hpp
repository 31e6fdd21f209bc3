#pragma once
/// Histogram buckets as JSON text, for one column of a database.

#include <string>
#include <string_view>
#include <vector>

#include "metrics/statistics/log_linear_histogram.hpp"

namespace fieldtwin {

/// [[number,count],...]. The bounds follow from the number, and are not written for every bucket.
std::string buckets_to_text(const LogLinearHistogram& histogram);

/// The reverse. std::invalid_argument if this is not such a text.
std::vector<LogLinearHistogram::Bucket> buckets_from_text(std::string_view text);

}  // namespace fieldtwin
