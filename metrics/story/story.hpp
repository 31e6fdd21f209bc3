#pragma once
/// The causal story of one encounter, as plain data.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/encounter_record.hpp"
#include "metrics/story/case_id.hpp"
#include "metrics/story/prevention.hpp"

namespace fieldtwin {

/// Something that is true, though nobody in the encounter may know it.
struct Truth {
  std::string_view about;
  std::string what;
};

/// What somebody goes by from a step on. It may be wrong.
struct Belief {
  std::string_view who;
  std::string what;
};

/// One step as it happened.
struct StoryStep {
  Step step;
  std::string clock;  //!< local date and time, "2025-11-03 14:03:27"
  Seconds elapsed;    //!< since the stop began
  std::string_view who;
  std::string what;                   //!< with `who` in front, a sentence
  std::vector<Belief> comes_to_hold;  //!< what is believed from this step on
};

/// Where the case could have been stopped.
struct WayOut {
  std::string_view who;
  std::string what;
  std::string_view parameter;  //!< of the scenario, which governs it; empty if none does
};

/// Where and in which study the encounter happened.
struct StorySetting {
  CaseId id;
  std::string scenario;
  std::uint64_t seed;
  std::string state;                               //!< name
  std::function<std::string(Seconds)> wall_clock;  //!< local date and time at a simulated time
};

struct Story {
  StorySetting setting;
  EncounterRecord record;
  std::vector<std::string_view> kinds;  //!< of harm, by the names that results.sqlite uses
  std::vector<Truth> truths;
  std::vector<StoryStep> steps;
  std::vector<WayOut> ways_out;  //!< none if nothing went wrong
  std::string ending;            //!< how it ended, a sentence
  std::vector<Prevention> preventions;  //!< which causes would have had to be perfect
};

/// Tells an encounter. A pure function: all that is told follows from the record, and which causes
/// could have prevented it from its harm under all sets of causes, if that is given.
Story tell_story(const EncounterRecord& record, StorySetting setting,
                 const HarmGames* games = nullptr);

// The parts of a story.
std::vector<Truth> truths_of(const EncounterRecord& record);
StoryStep told_step(const EncounterRecord& record, const Step& step);  //!< without the clock
std::vector<WayOut> ways_out_of(const EncounterRecord& record);

}  // namespace fieldtwin
