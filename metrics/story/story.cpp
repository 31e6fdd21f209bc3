#include "metrics/story/story.hpp"

#include <fmt/format.h>

#include <array>

#include "metrics/amounts.hpp"
#include "metrics/story/words.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string_view> kinds_of(const EncounterRecord& record) {
  std::vector<std::string_view> kinds;
  const auto flags = flags_of(wrongful_kinds(record));
  for (std::size_t i = index_of(WrongfulKind::kUsCitizen); i < kWrongfulKinds; ++i) {
    if (flags[i]) kinds.push_back(kWrongfulKindNames[i]);
  }
  if (record.prolonged) kinds.push_back("prolonged");
  return kinds;
}

/// By HoldEnd.
constexpr std::array<std::string_view, 4> kEndings{
    "the fingerprints showed the mistake", "the mistake was found", "ICE took the person over",
    "the detainer ran out and ICE had not come"};

std::string ending_of(const EncounterRecord& record) {
  std::string words;
  if (record.hold) {
    const HoldRecord& hold = *record.hold;
    words = fmt::format("Held for {}{}: {}.", duration_words(hold.length),
                        hold.federal ? ", at last in federal custody" : "",
                        kEndings[index_of(hold.end)]);
  } else {
    words = fmt::format("Let go after {}.", duration_words(record.ended - record.stopped));
  }
  if (record.prolonged) {
    words += fmt::format(" The stop was prolonged by {} beyond its limit.",
                         duration_words(record.prolonged_by));
  }
  return words;
}

}  // namespace

Story tell_story(const EncounterRecord& record, StorySetting setting, const HarmGames* games) {
  Story story{std::move(setting), record, kinds_of(record), truths_of(record), {}, {}, {}, {}};
  for (const Step& step : record.steps) {
    StoryStep told = told_step(record, step);
    told.clock = story.setting.wall_clock(step.time);
    told.elapsed = step.time - record.stopped;
    story.steps.push_back(std::move(told));
  }
  if (!story.kinds.empty()) story.ways_out = ways_out_of(record);
  story.ending = ending_of(record);
  if (games != nullptr) story.preventions = preventions_of(*games);
  return story;
}

}  // namespace fieldtwin
