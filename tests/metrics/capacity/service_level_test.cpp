#include "metrics/capacity/service_level.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

ServiceLevel level_of(std::string_view text) {
  auto parsed = parse_service_level(text);
  EXPECT_TRUE(std::holds_alternative<ServiceLevel>(parsed)) << text;
  return std::get<ServiceLevel>(std::move(parsed));
}

std::string message_of(std::string_view text) {
  const auto parsed = parse_service_level(text);
  EXPECT_TRUE(std::holds_alternative<ServiceLevelProblem>(parsed)) << text;
  return std::get<ServiceLevelProblem>(parsed).message(text);
}

TEST(ServiceLevel, IsReadTermByTerm) {
  const ServiceLevel level = level_of("latency.answer_s.p95<=10 && scans.answered >= 500");
  ASSERT_EQ(level.size(), 2u);
  EXPECT_EQ(level[0].metric->name, "latency.answer_s.p95");
  EXPECT_EQ(level[0].bound, ServiceTerm::Bound::kAtMost);
  EXPECT_EQ(level[0].limit, 10.0);
  EXPECT_EQ(level[0].text, "latency.answer_s.p95<=10");
  EXPECT_EQ(level[1].metric->name, "scans.answered");
  EXPECT_EQ(level[1].bound, ServiceTerm::Bound::kAtLeast);
  EXPECT_EQ(level[1].limit, 500.0);
}

TEST(ServiceLevel, TakesUnits) {
  EXPECT_EQ(level_of("ice.wait_s.p95 <= 2 min")[0].limit, 120.0);
  EXPECT_EQ(level_of("ice.utilisation<=85 %")[0].limit, 0.85);
  EXPECT_EQ(level_of("ice.calls<=2 thousand")[0].limit, 2000.0);
}

TEST(ServiceLevel, PointsAtWhatIsWrong) {
  EXPECT_EQ(message_of("latency.answer_s.p59<=10"),
            "there is no metric 'latency.answer_s.p59'. Did you mean 'latency.answer_s.p50'?\n"
            "  latency.answer_s.p59<=10\n"
            "  ^^^^^^^^^^^^^^^^^^^^");
  EXPECT_EQ(message_of("ice.calls<5"),
            "'<' is no bound here. Did you mean '<='?\n"
            "  ice.calls<5\n"
            "           ^");
  EXPECT_EQ(message_of("ice.calls<=5 && "),
            "a term is missing here. A term is METRIC<=NUMBER or METRIC>=NUMBER.\n"
            "  ice.calls<=5 && \n"
            "                  ^");
  EXPECT_EQ(message_of("ice.calls"),
            "this metric has no bound. Write <= or >= and a number after it.\n"
            "  ice.calls\n"
            "           ^");
  EXPECT_EQ(message_of("ice.calls<=  "),
            "a number is missing after this\n"
            "  ice.calls<=  \n"
            "           ^^");
  EXPECT_NE(message_of("ice.wait_s.p95<=2 parsecs").find("^^^^^^^^^"), std::string::npos);
  EXPECT_NE(message_of("").find("a term is missing"), std::string::npos);
}

}  // namespace
}  // namespace fieldtwin
