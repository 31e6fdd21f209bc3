#include "sim/random/draws.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "tests/sim/random/goodness_of_fit.hpp"

namespace fieldtwin {
namespace {

struct Address {
  std::uint64_t seed;
  std::uint32_t replication;
  Decision decision;
  std::uint64_t entity;
  std::uint16_t index;
};

double draw(const Address& a) {
  return Draws(a.seed, a.replication).uniform(a.decision, a.entity, a.index);
}

/// The documented address and scaling, by the other implementation.
double draw_by_random123(const Address& a) {
  const auto word = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  const std::uint32_t purpose = (static_cast<std::uint32_t>(a.decision) << 16) + a.index;
  const r123::Philox4x32::ctr_type block =
      r123::Philox4x32()({{a.replication, purpose, word(a.entity), word(a.entity >> 32)}},
                         {{word(a.seed), word(a.seed >> 32)}});
  const std::uint64_t bits = (std::uint64_t{block[1]} << 32) + block[0];
  return std::ldexp(static_cast<double>(bits / 2048), -53);
}

TEST(Draws, AreAddressedAsDocumented) {
  std::mt19937_64 bits(287);
  for (int i = 0; i < 10'000; ++i) {
    const Address address{bits(), static_cast<std::uint32_t>(bits()),
                          static_cast<Decision>(bits() & 0xFFFF), bits(),
                          static_cast<std::uint16_t>(bits())};
    ASSERT_EQ(draw(address), draw_by_random123(address));
  }
}

TEST(Draws, NeverReachTheEndsOfTheInterval) {
  EXPECT_EQ(open_unit_interval(0), 0x1p-54);
  EXPECT_EQ(open_unit_interval(0x7FF), 0x1p-54);
  EXPECT_EQ(open_unit_interval(0x800), 0x1p-53);
  EXPECT_EQ(open_unit_interval(std::uint64_t{1} << 63), 0.5);
  EXPECT_EQ(open_unit_interval(~std::uint64_t{0}), 1.0 - 0x1p-53);
  EXPECT_LT(open_unit_interval(~std::uint64_t{0}), 1.0);
}

TEST(Draws, ChangeWithEveryBitOfTheAddress) {
  const Address base{0x0123'4567'89AB'CDEF, 17, Decision::kScan, 0xFEDC'BA98'7654'3210, 5};
  std::vector<Address> addresses{base};
  for (int bit = 0; bit < 64; ++bit) {
    const std::uint64_t flip = std::uint64_t{1} << bit;
    Address changed = base;
    changed.seed ^= flip;
    addresses.push_back(changed);
    changed = base;
    changed.entity ^= flip;
    addresses.push_back(changed);
    if (bit < 32) {
      changed = base;
      changed.replication ^= static_cast<std::uint32_t>(flip);
      addresses.push_back(changed);
    }
    if (bit < 16) {
      changed = base;
      changed.index ^= static_cast<std::uint16_t>(flip);
      addresses.push_back(changed);
      changed = base;
      changed.decision = static_cast<Decision>(static_cast<std::uint16_t>(base.decision) ^ flip);
      addresses.push_back(changed);
    }
  }
  std::set<double> values;
  double flipped_bits = 0.0;
  for (const Address& address : addresses) {
    values.insert(draw(address));
    const auto as_integer = [](double u) { return static_cast<std::uint64_t>(std::ldexp(u, 53)); };
    flipped_bits += static_cast<double>(
        std::bitset<53>(as_integer(draw(address)) ^ as_integer(draw(base))).count());
  }
  EXPECT_EQ(values.size(), addresses.size());
  // One changed bit of the address flips each of the 53 bits with probability 1/2.
  const double trials = 53.0 * static_cast<double>(addresses.size() - 1);
  EXPECT_LT(std::abs(flipped_bits - trials / 2) / std::sqrt(trials / 4), 4.0);
}

TEST(Draws, DoNotDependOnTheOrderTheyAreMadeIn) {
  const Draws draws(2025, 3);
  std::vector<double> forward;
  for (std::uint64_t entity = 0; entity < 1'000; ++entity) {
    forward.push_back(draws.uniform(Decision::kLatency, entity));
  }
  std::vector<double> backward;
  for (std::uint64_t entity = 1'000; entity-- > 0;) {
    draws.uniform(Decision::kCapturePossible, entity);  // another decision made in between
    backward.push_back(Draws(2025, 3).uniform(Decision::kLatency, entity));
  }
  std::reverse(backward.begin(), backward.end());
  EXPECT_EQ(forward, backward);
}

TEST(Draws, AcrossReplicationsAreTheSameInEachReplication) {
  const Draws first(7, 0);
  const Draws second(7, 1);
  EXPECT_EQ(first.across_replications().uniform(Decision::kPersonSex, 42),
            second.across_replications().uniform(Decision::kPersonSex, 42));
  EXPECT_NE(first.uniform(Decision::kPersonSex, 42), second.uniform(Decision::kPersonSex, 42));
  EXPECT_NE(first.across_replications().uniform(Decision::kPersonSex, 42),
            Draws(8, 0).across_replications().uniform(Decision::kPersonSex, 42));
}

/// Uniform along each part of the address, as neighbouring addresses are what the model uses.
TEST(Draws, AreUniformAlongEachPartOfTheAddress) {
  constexpr int kSample = 60'000;
  std::vector<std::vector<double>> samples(5);
  for (int i = 0; i < kSample; ++i) {
    const auto step = static_cast<std::uint32_t>(i);
    const auto narrow = static_cast<std::uint16_t>(i);
    samples[0].push_back(draw({step, 0, Decision::kTest, 0, 0}));
    samples[1].push_back(draw({1, step, Decision::kTest, 0, 0}));
    samples[2].push_back(draw({1, 0, static_cast<Decision>(narrow), 0, 0}));
    samples[3].push_back(draw({1, 0, Decision::kTest, step, 0}));
    samples[4].push_back(draw({1, 0, Decision::kTest, 0, narrow}));
  }
  for (const std::vector<double>& sample : samples) {
    EXPECT_LT(kolmogorov_statistic(sample, [](double u) { return u; }), kKolmogorovBound);
  }
}

/// Pairs of neighbouring draws fill the unit square evenly: no correlation between one address and
/// the next, along each part of the address.
TEST(Draws, AreIndependentBetweenNeighbours) {
  constexpr int kPairs = 60'000;
  constexpr int kCells = 16;
  std::vector<std::vector<double>> counts(4, std::vector<double>(kCells * kCells));
  const auto cell = [](double u, double v) {
    return static_cast<std::size_t>(kCells * u) * kCells + static_cast<std::size_t>(kCells * v);
  };
  for (int i = 0; i < kPairs; ++i) {
    const auto entity = static_cast<std::uint64_t>(i);
    const double u = draw({1, 0, Decision::kScan, entity, 0});
    ++counts[0][cell(u, draw({1, 0, Decision::kScan, entity + kPairs, 0}))];
    ++counts[1][cell(u, draw({1, 1, Decision::kScan, entity, 0}))];
    ++counts[2][cell(u, draw({1, 0, Decision::kDeviceFault, entity, 0}))];
    ++counts[3][cell(u, draw({1, 0, Decision::kScan, entity, 1}))];
  }
  const std::vector<double> expected(kCells * kCells, kPairs / double{kCells * kCells});
  for (const std::vector<double>& count : counts) {
    EXPECT_LT(std::abs(chi_square_z(count, expected)), 4.0);
  }
}

}  // namespace
}  // namespace fieldtwin
