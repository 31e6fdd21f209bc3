#include "metrics/delays.hpp"

#include <gmock/gmock.h>

#include <map>
#include <string>

#include "hand_made_story.hpp"

namespace fieldtwin {
namespace {

std::map<std::string, double> by_who(const EncounterRecord& record) {
  std::map<std::string, double> delays;
  for (const Delay& delay : delays_of(record)) {
    delays[std::string(delay.who)] = delay.time.value();
  }
  return delays;
}

TEST(Delays, GoToWhatTheyWereSpentOn) {
  const std::map<std::string, double> expected{
      {"Login.gov", 30.0},   {"the capture", 5.0},    {"the network", 6.0},    {"the service", 6.0},
      {"the officer", 60.0}, {"the ICE desk", 700.0}, {"the ICE agent", 100.0}};
  EXPECT_EQ(by_who(false_accept()), expected);
}

TEST(Delays, AddUpToTheTimeFromTheScanToTheDecision) {
  const EncounterRecord record = false_accept();
  double sum = 0.0;
  for (const auto& [who, time] : by_who(record)) sum += time;
  EXPECT_DOUBLE_EQ(sum, (record.ended - record.scan_began).value());
}

TEST(Delays, TheLimitEndsTheCallOrThePauseAfterIt) {
  EncounterRecord record = plain_scan(1);
  record.steps = {{Seconds(160.0), StepKind::kScan},
                  {Seconds(160.0), StepKind::kCall},
                  {Seconds(200.0), StepKind::kHungUp, 40.0},
                  {Seconds(260.0), StepKind::kLimitReached}};
  EXPECT_EQ(by_who(record),
            (std::map<std::string, double>{{"the ICE desk", 40.0}, {"the officer", 60.0}}));
  record.steps[2].kind = StepKind::kAgent;
  EXPECT_EQ(by_who(record),
            (std::map<std::string, double>{{"the ICE desk", 40.0}, {"the ICE agent", 60.0}}));
}

}  // namespace
}  // namespace fieldtwin
