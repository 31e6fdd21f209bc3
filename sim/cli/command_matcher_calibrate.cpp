#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>

#include "matcher/evaluation/pairs.hpp"
#include "matcher/template/calibration.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/cli/population_options.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {
namespace {

struct Options {
  PopulationOptions population;
  double fpir = 0.01;
  CalibrationPlan plan;
};

void calibrate_and_print(Options& options) {
  options.plan.fpir = Probability(options.fpir);
  Calibration found;
  try {
    found = calibrate(options.population.people(), options.plan);
  } catch (const std::invalid_argument& error) {
    throw DataSetError(error.what());
  }
  fmt::print("at FPIR {}:\n{:>12}  {:<8}  {:>8}  {:>7}  {:>15}\n", options.fpir, "people", "from",
             "distance", "FNIR", "the law's FNIR");
  for (const auto& p : found.points) {
    const bool searched = p.from == CalibrationPoint::From::kSearches;
    fmt::print("{:>12.0f}  {:<8}  {:>8.4f}  {:>7.4f}  {:>15.4f}\n", p.people,
               searched ? "searches" : "tail", p.distance, p.fnir, p.law);
  }
  if (found.refusal) fmt::print("no larger gallery: {}\n", words_of(*found.refusal));
  const auto& anchor = found.anchor;
  fmt::print("\nA row of tables.anchors:\n{},{:.0f},{},{:.4f},{:.3f},\"{}; fieldtwin matcher "
             "calibrate --people {} --fpir {} --searches {} --seed {}\"\n",
             anchor.name, anchor.people, options.fpir, anchor.fnir.value(), anchor.exponent,
             "Modelled templates of rendered people, searched; no real matcher or person", options.plan.people, options.fpir,
             options.plan.searches, options.population.seed);
}

}  // namespace

void add_matcher_calibrate_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  options->plan.threads = available_cores();
  CLI::App* command = matcher.add_subcommand(
      "calibrate",
      "Search galleries of modelled people, and say on what the score matcher may be anchored");
  command->add_option("--people", options->plan.people,
                      "People in the anchor's gallery; a tenth and ten times as many are searched too")
      ->check(CLI::Range(100, 1'000'000))
      ->capture_default_str();
  command->add_option("--fpir", options->fpir, "Share of non-mated searches that find somebody")
      ->check(CLI::Range(1e-4, 0.5))
      ->capture_default_str();
  command->add_option("--searches", options->plan.searches,
                      "Non-mated searches of each gallery, and mated ones")
      ->check(CLI::Range(100, 1'000'000))
      ->capture_default_str();
  options->population.add_to(*command);
  command->add_option("-j,--jobs", options->plan.threads, "Threads; results do not depend on it")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "Example:\n"
      "  fieldtwin matcher calibrate --people 10000 --fpir 0.01\n"
      "The row that is printed is used with --set tables.anchors=FILE.csv "
      "--set matcher.anchor=own-synthetic;\n"
      "that of the shipped population is in the shipped table.");
  command->callback(
      [options, &code] { run_matcher_command(code, [&] { calibrate_and_print(*options); }); });
}

}  // namespace fieldtwin
