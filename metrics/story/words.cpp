#include "metrics/story/words.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace fieldtwin {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t n>
std::string look_up(std::string_view name, const std::array<Pair, n>& words) {
  for (const auto& [key, text] : words) {
    if (key == name) return std::string(text);
  }
  return std::string(name);
}

}  // namespace

std::string_view standing_words(Standing standing) {
  constexpr std::array<std::string_view, kStandings> kWords{"US citizenship", "a lawful status",
                                                            "no lawful status"};
  return kWords[index_of(standing)];
}

std::string_view candidate_words(Likeness candidate) {
  constexpr std::array<std::string_view, kLikenessNames.size()> kWords{
      "nobody", "the same person", "the person's twin", "a close relative", "a stranger"};
  return kWords[index_of(candidate)];
}

std::string_view fault_words(RecordFault fault) {
  constexpr std::array<std::string_view, kRecordFaults + 1> kWords{
      "it is right", "the person was naturalised since", "the status has changed since",
      "another person's booking was filed under it", "it is a second, outdated one"};
  return kWords[index_of(fault)];
}

std::string duration_words(Seconds duration) {
  const double s = duration.value();
  if (s < 99.95) return fmt::format("{:.1f} s", s);
  if (s < 5970.0) return fmt::format("{:.0f} min", s / 60.0);
  if (duration < 30.0 * kDay) return fmt::format("{:.1f} h", s / 3600.0);
  return fmt::format("{:.3g} years", duration / kYear);
}

std::string short_origin(std::string_view name) {
  return look_up<6>(
      name,
      {Pair{"right_record", "own record, right"}, Pair{"wrong_record", "own record, wrong"},
       Pair{"false_match", "somebody else's record"}, Pair{"no_match", "no record"},
       Pair{"other_face", "somebody else's face"}, Pair{"other_file", "somebody else's file"}});
}

std::string short_decision(std::string_view name) {
  return look_up<3>(name, {Pair{"agent", "ICE agent"}, Pair{"officer_alone", "officer alone"},
                           Pair{"officer_unanswered", "officer, no answer"}});
}

std::string short_end(std::string_view name) {
  return look_up<4>(
      name, {Pair{"fingerprints", "fingerprints"}, Pair{"mistake_found", "mistake found"},
             Pair{"transfer", "transfer to ICE"}, Pair{"detainer_expired", "detainer expired"}});
}

}  // namespace fieldtwin
