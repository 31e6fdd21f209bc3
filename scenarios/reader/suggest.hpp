#pragma once
/// "Did you mean ...?"

#include <string>
#include <string_view>
#include <vector>

namespace fieldtwin {

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other
/// (optimal string alignment); capitals count as their small letters.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate that is closest to the word, or an empty string if none is close: within a third
/// of the word's length, at least one and at most three edits. The first wins among equals.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// "Did you mean 'x'?", or "Known are: a, b, c." if nothing is close and the list is short.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "a, b, c"
std::string comma_separated(const std::vector<std::string>& words);

}  // namespace fieldtwin
