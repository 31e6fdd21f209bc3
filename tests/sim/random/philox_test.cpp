#include "sim/random/philox.hpp"

#include <Random123/philox.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <random>

namespace fieldtwin {
namespace {

using Block = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

// The vectors of philox4x32-10 in Random123's kat_vectors, checked by the compiler.
constexpr Block kZeros{0, 0, 0, 0};
constexpr Block kOnes{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff};
constexpr Block kPi{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344};
static_assert(philox4x32_10(kZeros, {0, 0}) ==
              Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
static_assert(philox4x32_10(kOnes, {0xffffffff, 0xffffffff}) ==
              Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
static_assert(philox4x32_10(kPi, {0xa4093822, 0x299f31d0}) ==
              Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});

TEST(Philox, GivesThePublishedVectorsWhenRun) {
  EXPECT_EQ(philox4x32_10(kZeros, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox4x32_10(kOnes, {0xffffffff, 0xffffffff}),
            (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32_10(kPi, {0xa4093822, 0x299f31d0}),
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, AgreesWithRandom123OnRandomCountersAndKeys) {
  std::mt19937 words(20111112);
  int different = 0;
  for (int i = 0; i < 200'000; ++i) {
    Block counter;
    Key key;
    for (std::uint32_t& word : counter) word = words();
    for (std::uint32_t& word : key) word = words();
    const r123::Philox4x32::ctr_type theirs =
        r123::Philox4x32()({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    const Block ours = philox4x32_10(counter, key);
    different += ours != Block{theirs[0], theirs[1], theirs[2], theirs[3]};
  }
  EXPECT_EQ(different, 0);
}

}  // namespace
}  // namespace fieldtwin
