#pragma once
/// What would have become of an answered scan, had only some of the causes acted.

#include <memory>
#include <vector>

#include "agents/outlook/circumstances.hpp"
#include "metrics/attribution/harm_games.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The worlds of one replication in which each set of causes acts and the others are perfect
/// (scenarios/mechanisms: without). An encounter is followed through each under the same draws and
/// in the circumstances that it met: what came before the answer, and the queue of the ICE desk,
/// are left as they were. Only a perfect desk, cause desk_delay, answers at once.
class Counterfactuals {
 public:
  /// `scenario` must be resolved for the replication.
  Counterfactuals(const Scenario& scenario, const Draws& draws);
  ~Counterfactuals();

  /// The harm, were exactly these causes to act.
  Harm harm(const Circumstances& circumstances, std::size_t coalition) const;

  /// Adds the scan's harm in all coalitions. Which record the search returns depends on four of the
  /// causes; if none of their sixteen combinations has the app say "contact ICE", no cause can make
  /// a difference, and the others are not tried.
  void add(const Circumstances& circumstances, HarmGames& games) const;

 private:
  struct Faces;
  struct World;

  bool could_differ(const Circumstances& circumstances) const;

  std::unique_ptr<Faces> faces_;
  std::vector<std::unique_ptr<World>> worlds_;  //!< by coalition
};

}  // namespace fieldtwin
