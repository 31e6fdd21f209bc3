#pragma once
/// Adds up what is expected of scans.

#include <array>

#include "metrics/expected_harm.hpp"
#include "metrics/tally.hpp"

namespace fieldtwin {

/// The sums of expected harm of a replication. How a hold would come about is broken down at the
/// end alone: every scan has some chance of nearly every way, so that this is done millions of
/// times.
class ExpectedSums {
 public:
  /// Adds a scan, by what the person is to the tally.
  void add(const ExpectedHarm& harm, Tally& tally);

  /// Adds to the tally how the holds would have come about.
  void finish(Tally& tally) const;

 private:
  using Ways = std::array<std::array<ExpectedHarm::Share, kHoldDecisions>, kHoldOrigins>;
  std::array<Ways, kStandings> ways_{};  //!< by standing, origin and decision
};

}  // namespace fieldtwin
