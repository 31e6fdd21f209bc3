#include "sim/cli/precision_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "metrics/statistics/stopping.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/numbers.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Precision> look(const Batches& batches, const std::vector<PrecisionTarget>& targets,
                            const std::vector<std::string>& names, std::uint32_t n) {
  const StudyData first = batches.data(0, n);
  if (names.size() == 1) return precision_of(targets, first);
  std::vector<Precision> all;
  for (std::size_t i = 1; i < names.size(); ++i) {
    const auto of_one = precision_of(targets, first, batches.data(i, n), names[i]);
    all.insert(all.end(), of_one.begin(), of_one.end());
  }
  return all;
}

std::string named(const Precision& precision) {
  if (precision.alternative.empty()) return precision.metric->name;
  return fmt::format("{} of {}", precision.metric->name, precision.alternative);
}

std::size_t too_wide(const std::vector<Precision>& precisions) {
  return static_cast<std::size_t>(std::ranges::count_if(
      precisions, [](const Precision& precision) { return !(precision.ratio() <= 1.0); }));
}

/// How many replications seem to be needed: a half-width shrinks as the square root.
std::string needed_words(std::uint32_t n, const Precision& widest) {
  const double needed = n * widest.ratio() * widest.ratio();
  if (!std::isfinite(needed)) return "it was not seen yet";
  const double digit = std::pow(10.0, std::max(0.0, std::floor(std::log10(needed)) - 1.0));
  return fmt::format("about {} replications needed", grouped(std::ceil(needed / digit) * digit));
}

/// The live line.
void tell(std::uint32_t n, const std::vector<Precision>& precisions, Talk talk) {
  if (talk == Talk::kQuiet) return;
  const Precision* most = widest(precisions);
  if (most == nullptr || most->ratio() <= 1.0) {
    fmt::print(stderr, "{} replications: precise enough\n", n);
    return;
  }
  fmt::print(stderr, "{} replications: {} of {} too wide, most {}; {}\n", n, too_wide(precisions),
             precisions.size(), precision_words(*most), needed_words(n, *most));
}

Json finite(double value) {
  return std::isfinite(value) ? Json(value) : Json();
}

Json record_of(const std::vector<Precision>& precisions, const PrecisionOptions& options,
               std::uint32_t n, const StoppingRule& rule, const std::string& last) {
  Json rows = Json::array();
  for (const Precision& precision : precisions) {
    Json row{{"metric", precision.metric->name}};
    if (!precision.alternative.empty()) row["alternative"] = precision.alternative;
    row["half_width"] = finite(precision.half_width);
    row["target"] = precision.allowed;
    row["met"] = precision.ratio() <= 1.0;
    rows.push_back(std::move(row));
  }
  return {{"asked", options.targets},
          {"met", rule.has_stopped()},
          {"replications", n},
          {"reached_at", rule.reached_at() > 0 ? Json(rule.reached_at()) : Json()},
          {"at_most", options.at_most},
          {"last", last.empty() ? Json() : Json(last)},
          {"targets", std::move(rows)}};
}

void say_limit(const PrecisionOptions& options, const std::vector<Precision>& precisions) {
  const Precision* most = widest(precisions);
  if (most == nullptr || most->ratio() <= 1.0) {
    fmt::print(stderr,
               "Stopped at the limit of {} replications: the precision is reached there, but "
               "nothing shows that it lasts. --at-most raises the limit.\n",
               options.at_most);
    return;
  }
  fmt::print(stderr,
             "Stopped at the limit of {} replications with {} of {} targets too wide, most {}; "
             "{}.\n--at-most raises the limit, and --precision '{}=20%' gives this one a target "
             "of its own.\n",
             options.at_most, too_wide(precisions), precisions.size(), precision_words(*most),
             needed_words(options.at_most, *most), most->metric->name);
}

}  // namespace

void PrecisionOptions::add_to(CLI::App& command) {
  const auto readable = [](const std::string& text) -> std::string {
    try {
      read_targets({text});
      return "";
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
  };
  command
      .add_option("--precision", targets,
                  "Simulate until the half-widths are so narrow: of all headline metrics (5%), or "
                  "of one (METRIC=2%, METRIC=0.5)")
      ->type_name("[METRIC=]WIDTH")
      ->check(CLI::Validator(readable, ""))
      ->allow_extra_args(false);
  command.add_option("--at-most", at_most, "With --precision or --best, the most replications")
      ->type_name("N")
      ->check(CLI::Range(kFirstLook, std::size_t{999'999}))
      ->capture_default_str();
}

PrecisionSession simulate_to_precision(Batches& batches, const PrecisionOptions& options,
                                       const std::vector<std::string>& names) {
  const std::vector<PrecisionTarget> targets = read_targets(options.targets);
  std::vector<std::size_t> studies(batches.plan().size());
  std::iota(studies.begin(), studies.end(), std::size_t{0});
  StoppingRule rule;
  std::string last;
  for (;;) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(rule.batch_end(), options.at_most));
    PrecisionSession session{
        .code = batches.simulate(studies, end), .replications = end, .record = {}};
    if (session.code != ExitCode::kDone) return session;
    bool at_limit = false;
    while (!rule.has_stopped() && rule.ask() <= end) {
      const auto n = static_cast<std::uint32_t>(rule.ask());
      const auto precisions = look(batches, targets, names, n);
      const Precision* most = widest(precisions);
      const double ratio = most == nullptr ? 0.0 : most->ratio();
      if (ratio > 1.0) last = named(*most);
      if (rule.reached_at() == 0 || ratio > 1.0) tell(n, precisions, batches.talk());
      rule.tell(ratio);
    }
    at_limit = !rule.has_stopped() && end == options.at_most;
    if (!rule.has_stopped() && !at_limit) continue;
    const auto precisions = look(batches, targets, names, end);
    session.record = record_of(precisions, options, end, rule, last).dump();
    if (at_limit) {
      say_limit(options, precisions);
    } else if (batches.talk() == Talk::kProgress) {
      fmt::print(stderr, "Reached with {} replications and held until {}{}.\n", rule.reached_at(),
                 end, last.empty() ? "" : fmt::format("; the last to stop was {}", last));
    }
    return session;
  }
}

std::string precision_words(const Precision& precision) {
  const std::string unit = shown_unit(precision.metric->unit);
  return fmt::format("{} ±{} (target ±{})", named(precision), with_unit(precision.half_width, unit),
                     with_unit(precision.allowed, unit));
}

}  // namespace fieldtwin
