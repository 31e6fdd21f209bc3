#include "metrics/story/prevention.hpp"

#include <fmt/format.h>

#include "metrics/labels.hpp"
#include "metrics/statistics/shapley.hpp"

namespace fieldtwin {
namespace {

std::vector<Cause> causes_in(std::uint32_t set) {
  std::vector<Cause> causes;
  for (std::size_t i = 0; i < kCauses; ++i) {
    if (set >> i & 1) causes.push_back(static_cast<Cause>(i));
  }
  return causes;
}

/// "desk_error (the ICE agent errs)"
std::string name_and_label(Cause cause) {
  std::string label(kCauseLabels[index_of(cause)]);
  if (label.starts_with("The ")) label[0] = 't';
  return fmt::format("{} ({})", kCauseNames[index_of(cause)], label);
}

}  // namespace

std::vector<Prevention> preventions_of(const HarmGames& games) {
  std::vector<Prevention> preventions;
  const auto add = [&](std::string_view harm, std::size_t kind) {
    if (games.people[kind][kAllCauses] == 0) return;
    Prevention prevention{harm, {}};
    for (const std::uint32_t set : smallest_preventions(games.people[kind])) {
      prevention.sets.push_back(causes_in(set));
    }
    preventions.push_back(std::move(prevention));
  };
  add("the wrongful hold", 0);
  add("the prolonged stop", kProlongedHarm);
  return preventions;
}

std::string prevention_words(const Prevention& prevention) {
  std::string alone, together;
  for (const auto& set : prevention.sets) {
    if (set.size() == 1) {
      alone += (alone.empty() ? "" : "; ") + name_and_label(set.front());
      continue;
    }
    std::string names;
    for (const Cause cause : set) {
      names += fmt::format("{}{}", names.empty() ? "" : " + ", kCauseNames[index_of(cause)]);
    }
    together += (together.empty() ? "" : ", ") + names;
  }
  if (alone.empty() && together.empty()) {
    return fmt::format("{}: no cause; it would have happened with all of them perfect",
                       prevention.harm);
  }
  std::string words = fmt::format("{}: ", prevention.harm);
  words += alone.empty() ? "no single cause" : "without any one of " + alone;
  if (!together.empty()) words += fmt::format("; or without {} together", together);
  return words;
}

}  // namespace fieldtwin
