#include "sim/cli/expected_table.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

TEST(ExpectedTable, SaysWhichNumberToUse) {
  const std::string table = expected_table(R"({"metrics": {
      "custody.wrongful.any.expected.count":
        {"mean": 3.71, "ci_low": 3.66, "ci_high": 3.76, "unit": "people"},
      "custody.wrongful.any.expected.variance_reduction": {"mean": 57.3},
      "custody.wrongful.us_citizen.expected.count":
        {"mean": 2, "ci_low": null, "ci_high": null, "unit": "people"},
      "custody.wrongful.us_citizen.expected.variance_reduction": {"mean": 0.9},
      "custody.wrongful.false_match.expected.count":
        {"mean": 0.0123, "ci_low": 0.0119, "ci_high": 0.0127, "unit": "people"},
      "custody.wrongful.false_match.expected.variance_reduction": {"mean": null}}})");
  EXPECT_EQ(table,
            "expected from all scans' chances    mean  95 % interval\n"
            "held wrongly                        3.71  3.66 to 3.76      "
            "use this: 1/57.3 of the count's variance\n"
            "  US citizens                          2  -                 use the count\n"
            "  as somebody else                0.0123  0.0119 to 0.0127  "
            "use this: none counted\n");
}

TEST(ExpectedTable, IsEmptyWhereNothingIsExpected) {
  EXPECT_EQ(expected_table(R"({"metrics": {"scans.total": {"mean": 1}}})"), "");
  EXPECT_THROW(expected_table("half a fi"), std::runtime_error);
}

}  // namespace
}  // namespace fieldtwin
