#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>

#include "matcher/template/modelled_searches.hpp"
#include "sim/cli/commands.hpp"
#include "sim/cli/matcher_options.hpp"
#include "sim/cli/population_options.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {
namespace {

struct Options {
  std::string gallery;
  PopulationOptions population;
  std::uint64_t people = 1'000'000;
  std::size_t searches = 0;
  double distance = 0.3;
  unsigned jobs = available_cores();
};

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

/// Searches for people who are enrolled and for as many who are not.
void try_searches(const ModelledPeople& people, const TemplateGallery& gallery,
                  const Options& options) {
  SearchPlan plan{.searches = options.searches, .threads = options.jobs};
  std::size_t missed = 0, false_positives = 0;
  for (const double own : mated_distances(people, plan)) missed += own > options.distance ? 1 : 0;
  plan.first_person = options.people;
  const auto began = std::chrono::steady_clock::now();
  const auto strangers = non_mated_searches(people, gallery, plan);
  const double took = seconds_since(began);
  for (const auto& scores : strangers.best) {
    false_positives += !scores.empty() && -scores.front() <= options.distance ? 1 : 0;
  }
  fmt::print("within a distance of {}: {} of {} strangers find somebody, {} of {} enrolled people "
             "do not reach their own entry; {:.1f} ms a search\n",
             options.distance, false_positives, options.searches, missed, options.searches,
             1e3 * took / static_cast<double>(options.searches));
}

void populate(const Options& options) {
  const ModelledPeople people = options.population.people();
  auto began = std::chrono::steady_clock::now();
  people.write_gallery(options.people, options.gallery, options.jobs);
  const double wrote = seconds_since(began);
  began = std::chrono::steady_clock::now();
  const TemplateGallery gallery = TemplateGallery::open(options.gallery);
  const double opened = seconds_since(began);
  fmt::print("{}: {} modelled people, {:.0f} MB; made in {:.1f} s, opened in {:.4f} s\n",
             options.gallery, gallery.size(),
             static_cast<double>(std::filesystem::file_size(options.gallery)) / 1e6, wrote, opened);
  if (options.searches > 0) try_searches(people, gallery, options);
}

}  // namespace

void add_matcher_populate_command(CLI::App& matcher, ExitCode& code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = matcher.add_subcommand(
      "populate", "Make a gallery of people who are modelled, not rendered: millions of them");
  command->add_option("-o,--output", options->gallery, "The gallery")
      ->required()
      ->type_name("GALLERY");
  command->add_option("-n,--people", options->people, "People")
      ->check(CLI::Range(1, 50'000'000))
      ->capture_default_str();
  options->population.add_to(*command);
  command->add_option("--searches", options->searches,
                      "Search it for so many who are in it, and for as many who are not")
      ->check(CLI::Range(1, 1'000'000));
  command->add_option("--distance", options->distance, "The threshold of these searches")
      ->check(CLI::Range(0.01, 2.0))
      ->capture_default_str();
  command->add_option("-j,--jobs", options->jobs, "Threads; the gallery does not depend on it")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "Example:\n"
      "  fieldtwin matcher populate -n 5000000 -o people.gallery --searches 200");
  command->callback([options, &code] { run_matcher_command(code, [&] { populate(*options); }); });
}

}  // namespace fieldtwin
