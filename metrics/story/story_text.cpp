#include <fmt/format.h>

#include <algorithm>

#include "metrics/amounts.hpp"
#include "metrics/labels.hpp"
#include "metrics/story/story_output.hpp"

namespace fieldtwin {
namespace {

std::string_view kind_label(std::string_view kind) {
  const auto found = std::ranges::find(kWrongfulKindNames, kind);
  if (found == kWrongfulKindNames.end()) return kProlongedText.label;
  return kWrongfulTexts[static_cast<std::size_t>(found - kWrongfulKindNames.begin())].label;
}

std::string title(const Story& story) {
  std::string kinds;
  for (const auto kind : story.kinds) {
    kinds += fmt::format("{}{}", kinds.empty() ? "" : "; ", kind_label(kind));
  }
  return kinds.empty() ? "nothing went wrong" : kinds;
}

std::string sentence(std::string_view who, std::string_view what) {
  return fmt::format("{} {}", who, what);
}

/// 0:01:09
std::string elapsed_words(Seconds elapsed) {
  const auto s = static_cast<long>(std::max(0.0, elapsed.value()));
  return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

void write_steps(const Story& story, std::string& text) {
  constexpr std::size_t kDate = 10;  // columns of "2025-11-03"
  std::string date;
  for (const StoryStep& step : story.steps) {
    if (step.clock.substr(0, kDate) != date) {
      date = step.clock.substr(0, kDate);
      text += fmt::format("  {}\n", date);
    }
    text += fmt::format("  {}  {:>9}  {}\n", step.clock.substr(kDate + 1),
                        elapsed_words(step.elapsed), sentence(step.who, step.what));
    for (const Belief& belief : step.comes_to_hold) {
      text += fmt::format("  {:19}    {} believes: {}\n", "", belief.who, belief.what);
    }
  }
}

}  // namespace

std::string story_text(const Story& story, const Agreement& agreement) {
  const StorySetting& setting = story.setting;
  std::string text =
      fmt::format("{}: {}\n{}, seed {}, replication {}; officer {}, {} ({})\n{}\n",
                  to_text(setting.id), title(story), setting.scenario, setting.seed,
                  setting.id.replication, story.record.officer, setting.state,
                  kAreaNames[index_of(story.record.area)], agreement_words(agreement, setting.id));
  text += "\nWhat was true\n";
  for (const Truth& truth : story.truths) {
    text += fmt::format("  {:<16}  {}\n", truth.about, truth.what);
  }
  text += "\nWhat happened, by the local clock and since the stop began\n";
  write_steps(story, text);
  text += "\nHow it ended\n  " + story.ending + "\n";
  if (story.ways_out.empty()) return text;
  text += "\nWhere it could have been stopped\n";
  for (const WayOut& way : story.ways_out) {
    text += fmt::format("  - {} ({})\n", sentence(way.who, way.what), way.parameter);
  }
  if (story.preventions.empty()) return text;
  text += "\nWhich cause, had it been perfect, would have prevented it\n";
  for (const Prevention& prevention : story.preventions) {
    text += fmt::format("  - {}\n", prevention_words(prevention));
  }
  return text;
}

}  // namespace fieldtwin
