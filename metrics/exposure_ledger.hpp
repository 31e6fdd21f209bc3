#pragma once
/// Whose photos stay behind, for how long, and what a breach would take of them.

#include <cstdint>
#include <vector>

#include "metrics/exposure/kept_photos.hpp"
#include "scenarios/scenario.hpp"
#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// A breach of the store.
struct Breach {
  Seconds time;       //!< since the photos were stored
  Probability share;  //!< of the photos held at that moment, taken at random
};

/// The breaches of one replication: a Poisson process of rate storage.breach_rate over `horizon`,
/// with exponential gaps (Decision::kBreach, entity: number of the breach), each of which takes
/// storage.breach_share (Decision::kBreachShare, likewise).
std::vector<Breach> breaches_within(Seconds horizon, const Storage& storage, const Draws& draws);

/// What the breaches take, in expectation over which photos they take.
struct BreachLoss {
  double images = 0.0;     //!< photos taken at least once
  double exposures = 0.0;  //!< photos taken, each as often as it is
};

/// Counts the photos kept. The simulated period is short beside the retention, so all its photos
/// count as stored at the same moment, time 0 of the horizon.
class ExposureLedger {
 public:
  void keep(Seconds retention, const PhotoOf& whose = {}) { kept_[retention.value()].add(whose); }

  std::uint64_t images() const;
  Seconds longest_retention() const;  //!< 0 without a photo
  const KeptPhotos& kept() const { return kept_; }

  /// A photo kept for r is taken at least once with probability 1 - prod(1 - share) over the
  /// breaches before r. Averaged over breaches that is 1 - exp(-rate r E[share]).
  BreachLoss loss(const std::vector<Breach>& breaches) const;

 private:
  KeptPhotos kept_;
};

}  // namespace fieldtwin
