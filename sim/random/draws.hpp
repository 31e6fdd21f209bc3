#pragma once
/// Addressed random numbers: a draw is a pure function of where it is needed.

#include <cstdint>

#include "sim/random/decision.hpp"

namespace fieldtwin {

/// Random numbers of one replication. Each is addressed by (seed, replication, decision, entity,
/// index) through Philox4x32-10, so that no draw depends on how many were made before it, and two
/// worlds that differ in one policy agree on every draw that the policy does not touch.
///
/// Address: the key is the seed; the counter is {replication, decision << 16 | index, entity low,
/// entity high}. `index` tells repeated draws of one decision by one entity apart (the third
/// attempt, the second leg).
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t replication) : seed_(seed), replication_(replication) {}

  /// Uniform on the open interval (0, 1), 53 bits.
  double uniform(Decision decision, std::uint64_t entity, std::uint16_t index = 0) const;

  std::uint64_t seed() const { return seed_; }
  std::uint32_t replication() const { return replication_; }

  /// The draws that are the same in every replication: what people are.
  Draws across_replications() const { return Draws(seed_, kAllReplications); }

  static constexpr std::uint32_t kAllReplications = 0xFFFF'FFFF;

 private:
  std::uint64_t seed_;
  std::uint32_t replication_;
};

}  // namespace fieldtwin
