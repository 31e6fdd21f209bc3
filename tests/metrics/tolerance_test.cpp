#include "metrics/tolerance.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

#include "metrics/headlines.hpp"

namespace fieldtwin {
namespace {

using testing::HasSubstr;

std::string message_of(const std::function<void()>& read) {
  try {
    read();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "nothing was wrong";
}

TEST(ReadTolerance, KnowsSharesAndUnits) {
  const Tolerance share = read_tolerance(" 2.5 % ", "s");
  EXPECT_EQ(share.of, Tolerance::Of::kShare);
  EXPECT_DOUBLE_EQ(share.around(-40.0), 1.0);
  const Tolerance minutes = read_tolerance("2 min", "s");
  EXPECT_EQ(minutes.of, Tolerance::Of::kUnit);
  EXPECT_EQ(minutes.around(7.0), 120.0);
  EXPECT_EQ(read_tolerance("0.3", "people").around(7.0), 0.3);
  EXPECT_EQ(read_tolerance("0.3 people", "people").around(7.0), 0.3);
}

TEST(ReadTolerance, RefusesTheRest) {
  for (const char* text : {"", "five", "-1", "0", "0%", "3 apples", "nan", "inf"}) {
    EXPECT_THROW(read_tolerance(text, "s"), std::invalid_argument) << text;
  }
}

TEST(ReadTargets, HoldForEveryHeadlineUnlessAMetricHasItsOwn) {
  const auto targets = read_targets({"5%", "latency.answer_s.p95=2%", "ice.utilisation=0.01"});
  std::size_t headlines_alone = 0;
  for (const Headline& headline : headlines()) headlines_alone += is_part(headline) ? 0u : 1u;
  EXPECT_EQ(targets.size(), headlines_alone + 1);
  for (const PrecisionTarget& target : targets) {
    if (target.metric->name == "latency.answer_s.p95") {
      EXPECT_DOUBLE_EQ(target.half_width.amount, 0.02);
    } else if (target.metric->name == "ice.utilisation") {
      EXPECT_EQ(target.half_width.of, Tolerance::Of::kUnit);
    } else {
      EXPECT_DOUBLE_EQ(target.half_width.amount, 0.05);
    }
  }
  EXPECT_EQ(read_targets({"latency.answer_s.p95=2%"}).size(), 1u);
}

TEST(ReadTargets, SayWhatIsWrong) {
  EXPECT_THAT(message_of([] { read_targets({"latency.answer_s.p94=2%"}); }),
              HasSubstr("Did you mean 'latency.answer_s.p9"));
  EXPECT_THAT(message_of([] { read_targets({"5"}); }), HasSubstr("METRIC=5"));
  EXPECT_THAT(message_of([] { read_targets({"ice.wait_s.p95=3 people"}); }), HasSubstr("unit, s"));
}

TEST(ReadBound, IsInTheMetricsUnit) {
  const HarmBound bound = read_bound("custody.wrongful.any.per_100k_scans <= 300");
  EXPECT_EQ(bound.metric->name, "custody.wrongful.any.per_100k_scans");
  EXPECT_EQ(bound.at_most, 300.0);
  EXPECT_DOUBLE_EQ(read_bound("identification.fpir<=0.3 %").at_most, 0.003);
  EXPECT_EQ(read_bound("ice.wait_s.p95<=2 min").at_most, 120.0);
  EXPECT_THAT(message_of([] { read_bound("custody.holds<3"); }), HasSubstr("METRIC<=NUMBER"));
  EXPECT_THROW(read_bound("custody.hold<=3"), std::invalid_argument);
}

TEST(ReadConfidence, IsAShareOrAPercentage) {
  EXPECT_DOUBLE_EQ(read_confidence("95%"), 0.95);
  EXPECT_DOUBLE_EQ(read_confidence("0.9"), 0.9);
  for (const char* text : {"95", "0", "100 %", "often", "0.9 s"}) {
    EXPECT_THROW(read_confidence(text), std::invalid_argument) << text;
  }
}

}  // namespace
}  // namespace fieldtwin
