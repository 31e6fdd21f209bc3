#include "sim/cli/comparison_table.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

constexpr const char* kComparison =
    R"({"base": "now", "alternatives": ["less", "none"], "metrics": {
  "scans.total": {"unit": "scans", "base": {"mean": 1234, "ci_low": 1200, "ci_high": 1300},
    "alternatives": {
      "less": {"value": {"mean": 1000}, "real": true,
        "difference": {"mean": -234, "ci_low": -240.4, "ci_high": -228}},
      "none": {"value": {"mean": 1236}, "real": false,
        "difference": {"mean": 2, "ci_low": -3, "ci_high": 7}}}},
  "latency.answer_s.p50": {"unit": "s", "base": {"mean": 2.5},
    "alternatives": {
      "less": {"value": {"mean": 2.5}, "real": false,
        "difference": {"mean": 0, "ci_low": 0, "ci_high": 0}},
      "none": {"value": {"mean": null}, "real": false,
        "difference": {"mean": null, "ci_low": null, "ci_high": null}}}}}})";

TEST(ComparisonTables, ShowEachAlternativeWithSignsAndAStarForWhatIsReal) {
  EXPECT_EQ(comparison_tables(kComparison),
            "less against now\n"
            "                         base  alternative  difference  95 % interval\n"
            "faces scanned           1,234        1,000        -234  -240 to -228  *\n"
            "scan to answer, median  2.5 s        2.5 s         0 s  0 s to 0 s\n"
            "\n"
            "none against now\n"
            "                         base  alternative  difference  95 % interval\n"
            "faces scanned           1,234        1,236          +2  -3 to +7\n"
            "scan to answer, median  2.5 s            -           -  -\n"
            "\n");
}

TEST(ComparisonTables, NeedAComparison) {
  EXPECT_THROW(comparison_tables("{}"), std::runtime_error);
  EXPECT_THROW(comparison_tables("no json"), std::runtime_error);
}

}  // namespace
}  // namespace fieldtwin
