#pragma once
/// One replication, put together: every part of the system, wired and running.

#include "agents/replay.hpp"
#include "agents/system.hpp"
#include "matcher/score/score_matcher.hpp"
#include "metrics/collector.hpp"
#include "sim/engine.hpp"

namespace fieldtwin {

/// Owns the parts of one replication. SimGrid has one engine a process, so a process has one World
/// (without one in delay fidelity, where nothing flows through SimGrid).
class World {
 public:
  /// `scenario` must be resolved for the replication and outlive the world.
  World(const Scenario& scenario, const Draws& draws, Journal& journal);

  /// Simulates the period, and every hold that began in it to its end.
  void run();

  /// What the journal is not told.
  WorldTotals totals() const;

 private:
  Seconds period() const { return kDay * scenario_.period.days.mean().value(); }
  void start_processes();
  Process follow_changes();

  const Scenario& scenario_;  //!< as it is at the start
  Scenario present_;          //!< as it is now: what everybody in the world looks at
  Draws draws_;
  std::unique_ptr<Engine> engine_;
  Roster roster_;
  Population population_;
  ScoreMatcher matcher_;
  Calendar calendar_;
  Network network_;
  IdentityProvider login_;
  MatchingService service_;
  IceDesk desk_;
  System system_;
  std::unique_ptr<Replay> replay_;  //!< where encounters are not generated
};

}  // namespace fieldtwin
