#pragma once
/// One replication, put together: every part of the system, wired and running.

#include <deque>

#include "agents/expectation.hpp"
#include "agents/field.hpp"
#include "agents/replay.hpp"
#include "metrics/collector.hpp"
#include "sim/engine.hpp"

namespace fieldtwin {

/// Owns the parts of one replication. SimGrid has one engine a process, so a process has one World
/// (without one in delay fidelity, where nothing flows through SimGrid).
///
/// A scenario's field, and those of its partners (scenarios/together.hpp), share the calendar, the
/// network, the population, the service's servers and the ICE desk. All draws are addressed by the
/// officer, and no two fields have an officer's number in common: a partner moves nobody's draws.
class World {
 public:
  /// `scenario` must be resolved for the replication and outlive the world.
  /// `use` is given the circumstances of every answered scan of the scenario's own field too, in
  /// the order of the answers, if anything is expected at all. `faces`, which must outlive it, stands
  /// for the source of faces of the scenario's own field.
  World(const Scenario& scenario, const Draws& draws, Journal& journal,
        Expectation expectation = Expectation::kEachScan, const Forecast::Use& use = {},
        FaceSource* faces = nullptr);

  /// Simulates the period, and every hold that began in it to its end.
  void run();

  /// What the journal is not told.
  WorldTotals totals() const;

  /// What becomes of answered scans of the scenario's own field under the replication's parameters.
  const Outlook& outlook() const { return fields_.front().outlook(); }

 private:
  Seconds period() const { return kDay * scenario_.period.days.mean().value(); }
  void start_processes();
  void expect(Journal& journal, const Circumstances& circumstances, const Forecast::Use& use) const;
  Process note_use();  //!< at the end of the period

  const Scenario& scenario_;  //!< as it is at the start
  Draws draws_;
  std::unique_ptr<Engine> engine_;
  std::deque<FieldPlan> plans_;  //!< the scenario's own first, which is the shared parts' too
  Population population_;
  Calendar calendar_;
  Network network_;
  MatchingService service_;
  IceDesk desk_;
  Forecast forecast_;
  std::vector<std::unique_ptr<FaceSource>> faces_;  //!< of fields that were given none
  std::deque<Field> fields_;        //!< in the order of the plans
  WorldTotals use_;                 //!< of servers and cells, once the period is over
  std::unique_ptr<Replay> replay_;  //!< where encounters are not generated
};

}  // namespace fieldtwin
