#include "sim/study/share.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace fieldtwin {
namespace {

TEST(Share, EveryTaskIsInExactlyOne) {
  for (std::uint32_t of = 1; of <= 7; ++of) {
    for (std::uint32_t study = 0; study < 5; ++study) {
      for (std::uint32_t replication = 0; replication < 20; ++replication) {
        int holders = 0;
        for (std::uint32_t i = 1; i <= of; ++i) holders += Share{i, of}.has({study, replication});
        EXPECT_EQ(holders, 1);
      }
    }
  }
}

TEST(Share, SharesDifferByOneTaskAtMostInAStudyAndInADesign) {
  const auto sizes = [](std::uint32_t studies, std::uint32_t replications) {
    std::vector<int> sizes(4);
    for (std::uint32_t i = 0; i < 4; ++i) {
      for (std::uint32_t s = 0; s < studies; ++s) {
        for (std::uint32_t r = 0; r < replications; ++r) sizes[i] += Share{i + 1, 4}.has({s, r});
      }
    }
    return sizes;
  };
  for (const auto& parts : {sizes(1, 50), sizes(50, 1), sizes(50, 4)}) {
    EXPECT_LE(std::ranges::max(parts) - std::ranges::min(parts), 1);
  }
}

}  // namespace
}  // namespace fieldtwin
