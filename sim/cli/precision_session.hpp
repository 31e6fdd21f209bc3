#pragma once
/// A run, or a comparison, until it is precise enough.

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "metrics/precision.hpp"
#include "metrics/tolerance.hpp"
#include "sim/cli/batches.hpp"

namespace fieldtwin {

/// The options --precision and --at-most.
struct PrecisionOptions {
  std::vector<std::string> targets;  //!< as read_targets
  std::uint32_t at_most = 10'000;    //!< replications

  void add_to(CLI::App& command);
  bool are_given() const { return !targets.empty(); }
};

/// What came of it. Unless done, the reason was printed.
struct PrecisionSession {
  ExitCode code = ExitCode::kDone;
  std::uint32_t replications = 0;  //!< of each study
  std::string record;              //!< for run.json: see docs/precision.md
};

/// Simulates all studies of a plan until every target holds and lasts (metrics/statistics/
/// stopping.hpp), or the limit is reached. One study has its own values judged, several the
/// differences of all to the first. `names` are those of the studies. Says after each look what is
/// still too wide. The decisions rest on the first replications alone, so that the end does not
/// depend on who works, or on what was there already.
PrecisionSession simulate_to_precision(Batches& batches, const PrecisionOptions& options,
                                       const std::vector<std::string>& names);

/// `held wrongly: +-34 % of 5 %`: a target, as short as can be, for the one who waits.
std::string precision_words(const Precision& precision);

}  // namespace fieldtwin
