#include "metrics/attribution/attribution_output.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "metrics/labels.hpp"
#include "metrics/statistics/interval.hpp"
#include "metrics/statistics/shapley.hpp"
#include "scenarios/mechanisms.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;
using Worths = std::array<std::int64_t, kCoalitions>;

constexpr const char* kMethod =
    "Every answered scan is followed through all sets of causes under the same draws, in the "
    "circumstances that it met: the time of its answer and the queue of the ICE desk are left as "
    "they were. A cause's share is its Shapley value.";

/// A measure of harm, and what makes its numbers readable.
struct Measure {
  std::array<Worths, kHarmKinds> HarmGames::*games;
  double unit;  //!< of one that is shown
};
constexpr double kMicrosecondsPerHour = 3.6e9;
constexpr Measure kPeople{&HarmGames::people, 1.0};
constexpr Measure kHours{&HarmGames::microseconds, kMicrosecondsPerHour};

/// By how much the sum over replications may be off by chance: n times the interval of the mean.
std::optional<Interval> interval_of(const std::vector<double>& of_replications) {
  const Estimate mean = mean_with_t_interval(of_replications);
  if (!mean.interval) return std::nullopt;
  const double n = static_cast<double>(of_replications.size());
  return Interval{mean.interval->low * n, mean.interval->high * n};
}

Json causes_json(const Worths& all, const std::vector<std::vector<Fraction>>& of_replications,
                 double unit) {
  const std::vector<Fraction> values = shapley_values(all);
  Json causes = Json::object();
  for (std::size_t cause = 0; cause < kCauses; ++cause) {
    std::vector<double> shares;
    for (const auto& shapley : of_replications) shares.push_back(shapley[cause].value() / unit);
    const auto interval = interval_of(shares);
    const std::int64_t alone = all[kAllCauses] - all[kAllCauses & ~(std::size_t{1} << cause)];
    causes[std::string(kCauseNames[cause])] = {
        {"share", values[cause].value() / unit},
        {"exact", values[cause].text()},
        {"ci_low", interval ? Json(interval->low) : Json(nullptr)},
        {"ci_high", interval ? Json(interval->high) : Json(nullptr)},
        {"removed_alone", static_cast<double>(alone) / unit}};
  }
  return causes;
}

Json game_json(const HarmGames& all, const std::vector<HarmGames>& replications, std::size_t kind,
               const Measure& measure) {
  const Worths& worths = (all.*measure.games)[kind];
  std::vector<std::vector<Fraction>> shapley;
  for (const HarmGames& one : replications) {
    shapley.push_back(shapley_values((one.*measure.games)[kind]));
  }
  Json pairs = Json::array();
  for (const auto& [first, second, index] : pair_interactions(worths)) {
    if (index.numerator == 0) continue;
    pairs.push_back({{"first", kCauseNames[first]},
                     {"second", kCauseNames[second]},
                     {"interaction", index.value() / measure.unit},
                     {"exact", index.text()}});
  }
  return {{"total", static_cast<double>(worths[kAllCauses]) / measure.unit},
          {"of_no_cause", static_cast<double>(worths[0]) / measure.unit},
          {"causes", causes_json(worths, shapley, measure.unit)},
          {"pairs", std::move(pairs)}};
}

Json causes_of_all() {
  Json list = Json::array();
  for (std::size_t i = 0; i < kCauses; ++i) {
    Json meanings = Json::array();
    for (const MechanismEntry& entry : mechanisms()) {
      if (entry.cause == static_cast<Cause>(i)) meanings.push_back(entry.meaning);
    }
    list.push_back({{"cause", kCauseNames[i]},
                    {"label", kCauseLabels[i]},
                    {"mechanisms", std::move(meanings)}});
  }
  return list;
}

}  // namespace

HarmGames sum_of(const std::vector<HarmGames>& replications) {
  HarmGames sum;
  for (const HarmGames& one : replications) sum += one;
  return sum;
}

std::string attribution_json(const AttributionSetting& setting,
                             const std::vector<HarmGames>& replications) {
  const HarmGames all = sum_of(replications);
  Json kinds = Json::array();
  for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
    const HarmText& text = kind == kProlongedHarm ? kProlongedText : kWrongfulTexts[kind];
    kinds.push_back({{"kind", kHarmKindNames[kind]},
                     {"label", text.label},
                     {"people", game_json(all, replications, kind, kPeople)},
                     {"person_hours", game_json(all, replications, kind, kHours)}});
  }
  const Json document{{"fieldtwin", setting.version},
                      {"scenario", setting.scenario},
                      {"seed", setting.seed},
                      {"replications", replications.size()},
                      {"fingerprint", setting.fingerprint},
                      {"method", kMethod},
                      {"causes", causes_of_all()},
                      {"kinds", std::move(kinds)}};
  return document.dump(2) + "\n";
}

std::string attribution_csv(const HarmGames& games) {
  std::string text = "causes";
  for (const auto kind : kHarmKindNames) text += fmt::format(",{0}.people,{0}.microseconds", kind);
  text += "\r\n";
  for (std::size_t coalition = 0; coalition < kCoalitions; ++coalition) {
    std::string names;
    for (std::size_t i = 0; i < kCauses; ++i) {
      if ((coalition >> i & 1) == 0) continue;
      names += names.empty() ? "" : "+";
      names += kCauseNames[i];
    }
    text += names.empty() ? "none" : names;
    for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
      text +=
          fmt::format(",{},{}", games.people[kind][coalition], games.microseconds[kind][coalition]);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace fieldtwin
