#include "sim/cli/study_options.hpp"

#include <fmt/format.h>

#include <string>

namespace fieldtwin {
namespace {

constexpr std::uint32_t kMostReplications = 999'999;
constexpr unsigned kMostJobs = 1024;

/// A sign would be taken for a number near the largest one.
CLI::Validator whole_number() {
  return CLI::Validator(
      [](const std::string& text) {
        const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? "" : fmt::format("{} is not a whole number from 0", text);
      },
      "");
}

}  // namespace

void StudyOptions::add_to(CLI::App& command) {
  command
      .add_option("-n,--replications", replications,
                  "How many times to simulate the period; without it as the scenario says")
      ->type_name("N")
      ->check(CLI::Range(1u, kMostReplications));
  command.add_option("--seed", seed, "Seed of all randomness")
      ->type_name("S")
      ->check(whole_number())
      ->capture_default_str();
  command.add_option("-j,--jobs", jobs, "Processes at a time; without it all cores")
      ->type_name("J")
      ->check(CLI::Range(1u, kMostJobs));
  command.add_flag("-q,--quiet", quiet, "No progress");
}

StudyRequest StudyOptions::request(const Scenario& scenario, RecordLevel record) const {
  const auto usual = static_cast<std::uint32_t>(scenario.run.replications.mean().value());
  return {
      .seed = seed, .record = record, .replications = replications.value_or(usual), .jobs = jobs};
}

}  // namespace fieldtwin
