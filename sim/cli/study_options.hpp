#pragma once
/// How a study is to be run, as the commands that run studies are told.

#include <CLI/App.hpp>
#include <cstdint>
#include <optional>

#include "scenarios/scenario.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

struct StudyOptions {
  std::optional<std::uint32_t> replications;
  std::uint64_t seed = 1;
  unsigned jobs = available_cores();
  bool quiet = false;
  Share share;  //!< of the tasks to do, where the command offers it

  void add_to(CLI::App& command);
  /// Offers --shard: for commands whose tasks are all known from the start.
  void add_share_to(CLI::App& command);
  /// Without a number of replications, as many as the scenario says.
  StudyRequest request(const Scenario& scenario, RecordLevel record) const;
  Talk talk() const { return quiet ? Talk::kQuiet : Talk::kProgress; }
};

}  // namespace fieldtwin
