#pragma once
/// One replication, put together: every part of the system, wired and running.

#include "agents/expectation.hpp"
#include "agents/outlook/outlook.hpp"
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
  /// `use` is given the circumstances of every answered scan too, in the order of the answers, if
  /// anything is expected at all.
  World(const Scenario& scenario, const Draws& draws, Journal& journal,
        Expectation expectation = Expectation::kEachScan, const Forecast::Use& use = {});

  /// Simulates the period, and every hold that began in it to its end.
  void run();

  /// What the journal is not told.
  WorldTotals totals() const;

  /// What becomes of answered scans under the replication's own parameters.
  const Outlook& outlook() const { return outlook_; }

 private:
  Seconds period() const { return kDay * scenario_.period.days.mean().value(); }
  void start_processes();
  Process note_use();  //!< at the end of the period
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
  Outlook outlook_;
  Forecast forecast_;
  System system_;
  WorldTotals use_;                 //!< of servers and cells, once the period is over
  std::unique_ptr<Replay> replay_;  //!< where encounters are not generated
};

}  // namespace fieldtwin
