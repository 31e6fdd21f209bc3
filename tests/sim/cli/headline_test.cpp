#include "sim/cli/headline.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace fieldtwin {
namespace {

TEST(Headline, AlignsWhatTheSummaryHas) {
  const std::string table = headline_table(R"({"metrics": {
      "scans.total": {"mean": 1050, "ci_low": 1044, "ci_high": 1055.4, "unit": "scans"},
      "latency.answer_s.p95": {"mean": 95.5, "ci_low": 92.7, "ci_high": 98.3, "unit": "s"},
      "custody.holds": {"mean": 2, "ci_low": null, "ci_high": null, "unit": "people"}}})");
  EXPECT_EQ(table,
            "                                   mean  95 % interval\n"
            "faces scanned                     1,050  1,044 to 1,055\n"
            "scan to answer, 95th percentile  95.5 s  92.7 s to 98.3 s\n"
            "people held                           2  -\n");
}

TEST(Headline, RefusesWhatIsNoSummary) {
  EXPECT_THROW(headline_table("half a fi"), std::runtime_error);
  EXPECT_THROW(headline_table("{}"), std::runtime_error);
}

}  // namespace
}  // namespace fieldtwin
