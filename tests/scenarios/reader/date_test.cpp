#include "scenarios/reader/date.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

using namespace std::chrono_literals;

TEST(Date, ReadsDaysOfTheCalendarAlone) {
  EXPECT_EQ(parse_date("2025-11-03"), 2025y / 11 / 3);
  EXPECT_EQ(parse_date("2024-02-29"), 2024y / 2 / 29);
  for (const char* text : {"2025-02-29", "2025-13-01", "2025-11-31", "2025-1-03", "25-11-03",
                           "2025/11/03", "2025-11-03 ", "", "2025-11-0x", "-025-11-03"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(Date, WritesWhatItReads) {
  EXPECT_EQ(date_text(2025y / 3 / 9), "2025-03-09");
  EXPECT_EQ(parse_date(date_text(2025y / 12 / 31)), 2025y / 12 / 31);
}

TEST(Date, ReadsMonths) {
  EXPECT_EQ(parse_month("2025-10"), 2025y / 10);
  for (const char* text : {"2025-00", "2025-13", "2025-1", "2025-10-01", ""})
    EXPECT_EQ(parse_month(text), std::nullopt) << text;
}

}  // namespace
}  // namespace fieldtwin
