#pragma once
/// What a matcher's work took, from the file that `fieldtwin matcher bench` writes.

#include <optional>
#include <string>

#include "scenarios/reader/error.hpp"
#include "scenarios/tables.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// Nothing, and a complaint in `errors`, if the text is no such profile.
std::optional<MatcherProfile> read_profile(const std::string& text, const std::string& file,
                                           ErrorList& errors);

/// Lognormal by its median and 95th percentile, which lies above it.
Distribution time_of(const MatcherProfile::Time& time);

/// The time of one search of a gallery of so many templates: linear between the sizes that were
/// measured, and in proportion to the size outside of them.
MatcherProfile::Time search_time(const MatcherProfile& profile, double templates);

}  // namespace fieldtwin
