#include "metrics/direction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "metrics/catalogue.hpp"
#include "metrics/headlines.hpp"

namespace fieldtwin {
namespace {

TEST(Direction, IsLowerForWaitsMistakesHarmAndExposure) {
  for (const char* name :
       {"latency.answer_s.p95", "ice.wait_s.p95", "scans.failed.device", "identification.fpir",
        "custody.wrongful.any.count", "custody.wrongful.us_citizen.per_100k_scans.by_group.black",
        "stops.prolonged", "exposure.images", "ice.abandoned"}) {
    ASSERT_NE(metric_named(name), nullptr) << name;
    EXPECT_EQ(better_of(name), Better::kLower) << name;
  }
}

TEST(Direction, IsNoneForWhatMayBeRightOrWrong) {
  for (const char* name : {"stops.total", "scans.total", "answers.contact_ice", "ice.calls",
                           "ice.utilisation", "custody.holds", "custody.transfers"}) {
    ASSERT_NE(metric_named(name), nullptr) << name;
    EXPECT_EQ(better_of(name), Better::kNeither) << name;
  }
  EXPECT_EQ(name_of(Better::kLower), "lower");
  EXPECT_EQ(name_of(Better::kHigher), "higher");
  EXPECT_EQ(name_of(Better::kNeither), "neither");
}

TEST(Headlines, AreMetricsAndHaveWordsThatStandAlone) {
  for (const Headline& headline : headlines()) {
    EXPECT_NE(metric_named(headline.metric), nullptr) << headline.metric;
  }
  EXPECT_FALSE(is_part(headlines().front()));
  const auto citizens =
      std::ranges::find(headlines(), std::string("custody.wrongful.us_citizen.count"),
                        [](const Headline& h) { return std::string(h.metric); });
  EXPECT_TRUE(is_part(*citizens));
  EXPECT_EQ(words_alone(*citizens), "held wrongly: US citizens");
  EXPECT_EQ(words_alone(headlines().front()), "faces scanned");
}

}  // namespace
}  // namespace fieldtwin
