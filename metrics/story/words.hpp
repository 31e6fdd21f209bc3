#pragma once
/// Words that the list of cases and the stories share.

#include <string>
#include <string_view>

#include "metrics/encounter_record.hpp"

namespace fieldtwin {

/// "US citizenship", "a lawful status", "no lawful status": what a record shows.
std::string_view standing_words(Standing standing);

/// "a stranger", "the person's twin": who a candidate is to the one in the photo.
std::string_view candidate_words(Likeness candidate);

/// "the person was naturalised since": why a record is wrong.
std::string_view fault_words(RecordFault fault);

/// "4.2 s", "12 min", "31.5 h", "15 years".
std::string duration_words(Seconds duration);

/// A hold's origin, decision and end in two or three words, by their names in results.sqlite; a
/// name that is not known is given back.
std::string short_origin(std::string_view name);
std::string short_decision(std::string_view name);
std::string short_end(std::string_view name);

}  // namespace fieldtwin
