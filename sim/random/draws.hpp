#pragma once
/// Addressed random numbers: a draw is a pure function of where it is needed.

#include <cstdint>

#include "sim/random/decision.hpp"
#include "sim/random/philox.hpp"

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
  constexpr Draws(std::uint64_t seed, std::uint32_t replication)
      : seed_(seed), replication_(replication) {}

  /// Uniform on the open interval (0, 1), 53 bits: the multiples of 2^-53, with 2^-54 in place of 0
  /// so that every inverse CDF is finite.
  constexpr double uniform(Decision decision, std::uint64_t entity, std::uint16_t index = 0) const;

  constexpr std::uint64_t seed() const { return seed_; }
  constexpr std::uint32_t replication() const { return replication_; }

  /// The draws that are the same in every replication: what people are.
  constexpr Draws across_replications() const { return Draws(seed_, kAllReplications); }

  static constexpr std::uint32_t kAllReplications = 0xFFFF'FFFF;

 private:
  std::uint64_t seed_;
  std::uint32_t replication_;
};

/// The uniform number in (0, 1) that 64 random bits stand for: their upper 53.
constexpr double open_unit_interval(std::uint64_t bits) {
  const std::uint64_t multiple = bits >> 11;
  return (multiple == 0 ? 0.5 : static_cast<double>(multiple)) * 0x1p-53;
}

constexpr double Draws::uniform(Decision decision, std::uint64_t entity,
                                std::uint16_t index) const {
  const auto low = [](std::uint64_t word) { return static_cast<std::uint32_t>(word); };
  const auto high = [](std::uint64_t word) { return static_cast<std::uint32_t>(word >> 32); };
  const std::uint32_t purpose = static_cast<std::uint32_t>(decision) << 16 | index;
  const auto block =
      philox4x32_10({replication_, purpose, low(entity), high(entity)}, {low(seed_), high(seed_)});
  return open_unit_interval(std::uint64_t{block[1]} << 32 | block[0]);
}

}  // namespace fieldtwin
