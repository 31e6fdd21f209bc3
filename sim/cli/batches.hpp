#pragma once
/// A plan whose studies grow, batch by batch, until a rule has seen enough.

#include <cstdint>
#include <span>

#include "sim/cli/study_session.hpp"

namespace fieldtwin {

/// Runs a plan again and again. What was simulated in all of its runs counts as one.
class Batches {
 public:
  Batches(StudyPlan& plan, const WorkForce& force, Talk talk)
      : plan_(plan), force_(force), talk_(talk) {}

  /// Simulates what the studies lack of the first n replications. Unless done, the reason was
  /// printed, and everything has to end with that.
  ExitCode simulate(std::span<const std::size_t> studies, std::uint32_t n);

  /// The first n replications of a study. Throws StudyRefused if they cannot be read.
  StudyData data(std::size_t study, std::uint32_t n) const;

  const StudyPlan& plan() const { return plan_; }
  const WorkForce& force() const { return force_; }
  Talk talk() const { return talk_; }
  const PlanRun& run() const { return run_; }

 private:
  StudyPlan& plan_;
  WorkForce force_;
  Talk talk_;
  PlanRun run_;
};

}  // namespace fieldtwin
