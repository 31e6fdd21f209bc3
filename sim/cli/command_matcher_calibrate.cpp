#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <memory>
#include <string>

#include "matcher/evaluation/pairs.hpp"
#include "matcher/template/calibration.hpp"
#include "matcher/template/population_file.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string population;
  std::uint64_t seed = 2;
  double fpir = 0.01;
  CalibrationPlan plan;
};

void calibrate_and_print(Options& options) {
  const TemplatePopulation population = options.population.empty()
                                            ? TemplatePopulation::shipped()
                                            : TemplatePopulation(read_population(options.population));
  options.plan.fpir = Probability(options.fpir);
  Calibration found;
  try {
    found = calibrate(ModelledPeople(population, Draws(options.seed, 0)), options.plan);
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
  const auto& anchor = found.anchor;
  fmt::print("\nA row of tables.anchors:\n{},{:.0f},{},{:.4f},{:.3f},\"{}; fieldtwin matcher "
             "calibrate --people {} --fpir {} --searches {} --seed {}\"\n",
             anchor.name, anchor.people, options.fpir, anchor.fnir.value(), anchor.exponent,
             "Modelled templates of rendered people, searched", options.plan.people, options.fpir,
             options.plan.searches, options.seed);
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
  command->add_option("--seed", options->seed, "Who the people are")->capture_default_str();
  command->add_option("--population", options->population,
                      "What they are drawn from (fieldtwin matcher fit); else the shipped one")
      ->type_name("FILE.json");
  command->add_option("-j,--jobs", options->plan.threads, "Threads; results do not depend on it")
      ->check(CLI::Range(1, 1024));
  command->callback(
      [options, &code] { run_matcher_command(code, [&] { calibrate_and_print(*options); }); });
}

}  // namespace fieldtwin
