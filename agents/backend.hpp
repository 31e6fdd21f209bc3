#pragma once
/// A system in a data centre, as far as it may be down.

#include <utility>
#include <vector>

#include "sim/episodes.hpp"
#include "sim/outages.hpp"

namespace fieldtwin {

/// Outages by chance, and the scenario's faults, which may leave a share of the capacity.
class Backend {
 public:
  Backend(Outages outages, std::vector<ShareStep> faults)
      : outages_(std::move(outages)), faults_(std::move(faults)) {}

  /// What is left at a time; 0: down.
  Probability capacity_at(Seconds time) {
    return outages_.is_up(time) ? left_at(faults_, time) : Probability(0.0);
  }

  const std::vector<ShareStep>& faults() const { return faults_; }

 private:
  Outages outages_;
  std::vector<ShareStep> faults_;
};

}  // namespace fieldtwin
