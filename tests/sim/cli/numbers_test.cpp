#include "sim/cli/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace fieldtwin {
namespace {

TEST(Numbers, AreGroupedByThousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999.4), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(200'000'000), "200,000,000");
  EXPECT_EQ(grouped(-1234.5), "-1,234");
  EXPECT_EQ(grouped(-0.2), "0");
}

TEST(Numbers, KeepThreeDigits) {
  EXPECT_EQ(short_number(0.0), "0");
  EXPECT_EQ(short_number(0.012345), "0.0123");
  EXPECT_EQ(short_number(1.5), "1.5");
  EXPECT_EQ(short_number(12.345), "12.3");
  EXPECT_EQ(short_number(17.0), "17");
  EXPECT_EQ(short_number(1234.5), "1,234");
}

TEST(Numbers, HaveTheirUnit) {
  EXPECT_EQ(with_unit(12.34, "s"), "12.3 s");
  EXPECT_EQ(with_unit(0.045, "share"), "4.5 %");
  EXPECT_EQ(with_unit(3, ""), "3");
  EXPECT_EQ(with_unit(std::nan(""), "s"), "-");
}

}  // namespace
}  // namespace fieldtwin
