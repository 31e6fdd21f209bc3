#pragma once
/// Old manifests: what is missing from the galleries that ports make from them.

#include <string_view>
#include <vector>

#include "scenarios/fault.hpp"

namespace fieldtwin {

/// The share of the travellers of a state's ports who are missing from a gallery of that moment
/// because its manifest was read too long ago; of several events the largest, since the oldest
/// manifest misses everybody whom a later one misses.
Probability missed_by_stale_manifest(const std::vector<Fault>& faults, std::string_view postal,
                                     Seconds time);

}  // namespace fieldtwin
