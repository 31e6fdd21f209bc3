#include "sim/cli/study_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string>

namespace fieldtwin {
namespace {

constexpr std::uint32_t kMostReplications = 999'999;
constexpr unsigned kMostJobs = 1024;
constexpr std::uint32_t kMostShares = 100'000;

/// A sign would be taken for a number near the largest one.
CLI::Validator whole_number() {
  return CLI::Validator(
      [](const std::string& text) {
        const bool digits = text.find_first_not_of("0123456789") == std::string::npos;
        return digits ? "" : fmt::format("{} is not a whole number from 0", text);
      },
      "");
}

/// `3/8`, if that is what the text is.
std::optional<Share> read_share(const std::string& text) {
  Share share;
  const char* const end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, share.index);
  if (index.ec != std::errc{} || index.ptr == end || *index.ptr != '/') return std::nullopt;
  const auto of = std::from_chars(index.ptr + 1, end, share.of);
  if (of.ec != std::errc{} || of.ptr != end) return std::nullopt;
  const bool valid = share.index >= 1 && share.index <= share.of && share.of <= kMostShares;
  return valid ? std::optional(share) : std::nullopt;
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

void StudyOptions::add_share_to(CLI::App& command) {
  command
      .add_option_function<std::string>(
          "--shard", [this](const std::string& text) { share = read_share(text).value(); },
          "Do only the I-th of N shares of the tasks, and leave them to be merged")
      ->type_name("I/N")
      ->check(CLI::Validator(
          [](const std::string& text) {
            if (read_share(text)) return std::string();
            return fmt::format("{} is no share: 1/8 is the first of eight, 8/8 the last", text);
          },
          ""));
}

StudyRequest StudyOptions::request(const Scenario& scenario, RecordLevel record) const {
  const auto usual = static_cast<std::uint32_t>(scenario.run.replications.mean().value());
  return {
      .seed = seed, .record = record, .replications = replications.value_or(usual), .jobs = jobs};
}

}  // namespace fieldtwin
