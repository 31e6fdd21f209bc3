#include "sim/cli/best_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <stdexcept>

#include "sim/study/study_files.hpp"

namespace fieldtwin {
namespace {

/// "lowest custody.holds": what is best where the metric does not say it.
struct Wanted {
  std::string metric;
  Better better;
};

Wanted read_wanted(const std::string& text) {
  for (const auto& [word, better] :
       {std::pair("lowest ", Better::kLower), std::pair("highest ", Better::kHigher)}) {
    if (text.starts_with(word)) return {text.substr(std::string_view(word).size()), better};
  }
  return {text, better_of(text)};
}

/// A check of what `read` throws std::invalid_argument for.
template <class Read>
CLI::Validator readable(Read read) {
  return CLI::Validator(
      [read](const std::string& text) -> std::string {
        try {
          read(text);
          return "";
        } catch (const std::invalid_argument& error) {
          return error.what();
        }
      },
      "");
}

void tell(const BestOfSeveral& best, std::size_t scenarios, Talk talk) {
  if (talk == Talk::kQuiet) return;
  fmt::print(stderr, "{} replications: {} of {} scenarios remain{}\n", best.replications(),
             best.remaining().size(), scenarios, best.is_decided() ? "; decided" : "");
}

void say_limit(const BestOfSeveral& best, std::uint32_t at_most,
               const std::vector<std::string>& names) {
  std::string remaining;
  for (const std::size_t i : best.remaining()) {
    remaining += (remaining.empty() ? "" : ", ") + names[i];
    if (best.contenders()[i].bound == BoundState::kNotShown) remaining += " (bound not shown)";
  }
  fmt::print(stderr,
             "Stopped at the limit of {} replications and not decided: {} remain. --at-most raises "
             "the limit (the selection needs {} at the most), a larger --indifference ends "
             "sooner.\n",
             at_most, remaining, best.most());
}

}  // namespace

void BestOptions::add_to(CLI::App& command) {
  command
      .add_option("--best", metric,
                  "Simulate until it is known which scenario is best in a metric (Kim & Nelson)")
      ->type_name("METRIC")
      ->check(readable([](const std::string& text) { known_metric(read_wanted(text).metric); }));
  command
      .add_option("--subject-to", bound, "With --best, only among scenarios shown to keep a bound")
      ->type_name("METRIC<=NUMBER")
      ->check(readable([](const std::string& text) { read_bound(text); }))
      ->needs("--best");
  command
      .add_option("--indifference", indifference,
                  "With --best, a difference that does not matter: a share of the base's value, or "
                  "an amount")
      ->type_name("SHARE|AMOUNT")
      ->needs("--best")
      ->capture_default_str();
  command
      .add_option("--confidence", confidence, "With --best, the probability of choosing rightly")
      ->type_name("SHARE")
      ->check(readable([](const std::string& text) { read_confidence(text); }))
      ->needs("--best")
      ->capture_default_str();
}

BestQuestion BestOptions::question() const {
  const auto [name, better] = read_wanted(metric);
  if (better == Better::kNeither) {
    throw CLI::ValidationError(
        "--best", fmt::format("of {}, neither less nor more is better. Say which is meant: --best "
                              "'lowest {}' or --best 'highest {}'.",
                              name, name, name));
  }
  const Metric& chosen = known_metric(name);
  try {
    return {.metric = &chosen,
            .better = better,
            .indifference = read_tolerance(indifference, chosen.unit),
            .confidence = read_confidence(confidence),
            .bound = bound.empty() ? std::nullopt : std::optional(read_bound(bound))};
  } catch (const std::invalid_argument& error) {
    throw CLI::ValidationError("--indifference", error.what());
  }
}

BestSession simulate_to_best(Batches& batches, const BestQuestion& question,
                             std::uint32_t first_stage, std::uint32_t at_most,
                             const std::vector<std::string>& names) {
  BestOfSeveral best(question, names.size());
  BestSession session{.code = ExitCode::kDone, .replications = first_stage, .selection = {}};
  for (std::uint32_t n = first_stage; !best.is_decided();) {
    session.code = batches.simulate(best.remaining(), n);
    if (session.code != ExitCode::kDone) return session;
    std::deque<StudyData> data;
    std::vector<const StudyData*> pointers(names.size(), nullptr);
    for (const std::size_t i : best.remaining()) {
      pointers[i] = &data.emplace_back(batches.data(i, n));
    }
    best.look(n, pointers);
    tell(best, names.size(), batches.talk());
    if (n >= at_most) break;
    n = std::min(at_most, static_cast<std::uint32_t>(next_selection_look(n)));
  }
  if (!best.is_decided()) say_limit(best, at_most, names);
  session.selection = selection_json(best, names);
  return session;
}

}  // namespace fieldtwin
