#include "scenarios/reader/units.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

using enum Dimension;

double value(std::string_view text, Dimension dimension) {
  const auto result = parse_number(text, dimension);
  if (const auto* complaint = std::get_if<Complaint>(&result)) {
    ADD_FAILURE() << text << ": " << complaint->what;
    return 0.0;
  }
  return std::get<double>(result);
}

std::string complaint(std::string_view text, Dimension dimension) {
  const auto result = parse_number(text, dimension);
  if (std::holds_alternative<double>(result)) return "";
  const auto& c = std::get<Complaint>(result);
  return c.what + " (" + c.why + ") " + c.suggestion;
}

TEST(Units, EachUnitIsWhatItSays) {
  EXPECT_EQ(value("400 ms", kTime), 0.4);
  EXPECT_EQ(value("1.5s", kTime), 1.5);
  EXPECT_EQ(value("15 min", kTime), 900.0);
  EXPECT_EQ(value("2 h", kTime), 7200.0);
  EXPECT_EQ(value("2 d", kTime), 172'800.0);
  EXPECT_EQ(value("1 y", kTime), 365.25 * 86'400.0);
  EXPECT_EQ(value("150 kB", kSize), 150'000.0);
  EXPECT_EQ(value("2 KiB", kSize), 2048.0);
  EXPECT_EQ(value("1 MiB", kSize), 1'048'576.0);
  EXPECT_EQ(value("1 GB", kSize), 1e9);
  EXPECT_EQ(value("8 Mbit/s", kRate), 8e6);
  EXPECT_EQ(value("64 kbit/s", kRate), 64e3);
  EXPECT_EQ(value("2 %", kShare), 0.02);
  EXPECT_EQ(value("0.02", kShare), 0.02);
  EXPECT_EQ(value("200 million", kCount), 2e8);
  EXPECT_EQ(value("1.2 billion", kCount), 1.2e9);
  EXPECT_EQ(value("10 thousand", kCount), 1e4);
  EXPECT_EQ(value("8501", kCount), 8501.0);
  EXPECT_EQ(value("1e3", kCount), 1000.0);
  EXPECT_EQ(value("+3", kCount), 3.0);
  EXPECT_EQ(value("0.02 /year", kPerYear), 0.02);
}

TEST(Units, PercentagesAreTheNearestDoubles) {
  EXPECT_EQ(value("0.3 %", kShare), 0.003);
  EXPECT_EQ(value("7 %", kShare), 0.07);
  EXPECT_EQ(value("99.9 %", kShare), 0.999);
  EXPECT_EQ(value("1.1 million", kCount), 1.1e6);
  EXPECT_EQ(value("7e1 %", kShare), 0.7);
}

TEST(Units, MistakesAreExplained) {
  EXPECT_EQ(complaint("15", kTime),
            "'15' has no unit (a time is needed here, in ms, s, min, h, d, y) Did you mean 15 s?");
  EXPECT_EQ(complaint("15 kB", kTime),
            "'15 kB' is a size (a time is needed here, in ms, s, min, h, d, y) ");
  EXPECT_EQ(complaint("15 mins", kTime),
            "'mins' is not a unit of time (a time is needed here, in ms, s, min, h, d, y) Did you "
            "mean 15 min?");
  EXPECT_EQ(
      complaint("8 Mbps", kRate),
      "'Mbps' is not a unit of data rate (a data rate is needed here, in bit/s, kbit/s, Mbit/s, "
      "Gbit/s) Did you mean 8 Mbit/s?");
  EXPECT_EQ(
      complaint("8,501", kCount),
      "'8,501' is not a number (digits are not grouped: a comma separates the items of a list) "
      "Did you mean 8501?");
  EXPECT_EQ(complaint("many", kCount),
            "'many' is not a number (a number is needed here, in plain digits or thousand, "
            "million, billion) ");
  EXPECT_EQ(
      complaint("0.02", kPerYear),
      "'0.02' has no unit (a rate per year is needed here, in /year) Did you mean 0.02 /year?");
  EXPECT_EQ(
      complaint("200 m", kCount),
      "'m' is not a unit of number (a number is needed here, in plain digits or thousand, million, "
      "billion) Did you mean 200 million?");
}

TEST(Units, OddTextIsRefused) {
  for (const char* text : {"", " ", "-", "+", "inf", "nan", "-inf", "0x10", "1e999", "1 2", "--3",
                           "1e99999999999999999999 %", "+-3", "%", "1e308 billion"})
    EXPECT_NE(complaint(text, kCount), "") << text;
}

TEST(Units, CanonicalTextReadsBackExactly) {
  const std::vector<double> numbers{0.0, 0.003, 0.07,  0.1,   0.4,       1.0,           1.0 / 3.0,
                                    2.5, 600.0, 900.0, 7200., 1e-9,      86400.0,       4.73364e8,
                                    2e8, 1.2e9, 1e15,  1e22,  12345.678, 0.999999999999};
  for (const Dimension dimension : {kTime, kSize, kRate, kShare, kCount, kPerYear})
    for (const double number : numbers)
      EXPECT_EQ(value(format_number(number, dimension), dimension), number)
          << format_number(number, dimension);
}

TEST(Units, CanonicalTextIsShort) {
  EXPECT_EQ(format_number(600.0, kTime), "10 min");
  EXPECT_EQ(format_number(0.4, kTime), "0.4 s");
  EXPECT_EQ(format_number(0.035, kTime), "35 ms");
  EXPECT_EQ(format_number(0.0, kTime), "0 s");
  EXPECT_EQ(format_number(4.73364e8, kTime), "15 y");
  EXPECT_EQ(format_number(150e3, kSize), "150 kB");
  EXPECT_EQ(format_number(3.5e6, kRate), "3.5 Mbit/s");
  EXPECT_EQ(format_number(0.003, kShare), "0.3 %");
  EXPECT_EQ(format_number(0.999, kShare), "99.9 %");
  EXPECT_EQ(format_number(0.07, kShare), "7 %");
  EXPECT_EQ(format_number(0.0, kShare), "0 %");
  EXPECT_EQ(format_number(2e8, kCount), "200 million");
  EXPECT_EQ(format_number(8501, kCount), "8501");
  EXPECT_EQ(format_number(0.02, kPerYear), "0.02 /year");
}

}  // namespace
}  // namespace fieldtwin
