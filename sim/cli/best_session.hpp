#pragma once
/// A comparison until the best of its scenarios is known.

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "metrics/best_of.hpp"
#include "sim/cli/batches.hpp"

namespace fieldtwin {

/// The options --best, --subject-to, --indifference and --confidence.
struct BestOptions {
  std::string metric;
  std::string bound;
  std::string indifference = "5%";
  std::string confidence = "95%";

  void add_to(CLI::App& command);
  bool are_given() const { return !metric.empty(); }
  /// Throws CLI::ValidationError if the metric has no direction and none was given, or the
  /// indifference is not in its unit.
  BestQuestion question() const;
};

/// What came of it. Unless done, the reason was printed.
struct BestSession {
  ExitCode code = ExitCode::kDone;
  std::uint32_t replications = 0;  //!< that every study has
  std::string selection;           //!< for compare.json: selection_json
};

/// Simulates the studies of a plan, `first_stage` replications of each and then more of those that
/// remain, until the best is known or the limit is reached.
BestSession simulate_to_best(Batches& batches, const BestQuestion& question,
                             std::uint32_t first_stage, std::uint32_t at_most,
                             const std::vector<std::string>& names);

/// Who is best and who left when, as text, from what selection_json wrote.
std::string selection_table(const std::string& selection_json);

}  // namespace fieldtwin
