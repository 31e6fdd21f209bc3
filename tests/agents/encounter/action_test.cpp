#include "agents/encounter/action.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string> quick(std::vector<std::string> more) {
  more.insert(more.end(), {"encounters.stops_per_shift=60", "encounters.stop_length=0 s",
                           "ice.handle_time=0 s", "ice.claim=0 %", "ice.other_calls_per_day=0"});
  return more;
}

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

void expect_share(std::size_t part, std::size_t whole, double expected) {
  ASSERT_GT(whole, 500u);
  EXPECT_NEAR(share(part, whole), expected,
              4.0 * std::sqrt(expected * (1.0 - expected) / static_cast<double>(whole)));
}

TEST(OfficerAction, NoActionMeansThatThePersonGoes) {
  const auto run = record_run(
      smooth_precinct(quick({"service.no_match_answer=no_action", "records.wrong.us_born=0 %"})));
  std::size_t no_action = 0;
  for (const auto& record : run.encounters) {
    if (record.app_answer != AppAnswer::kNoAction) continue;
    ++no_action;
    EXPECT_FALSE(record.hold);
    EXPECT_TRUE(record.call_waits.empty());
    EXPECT_EQ(count_steps(record, StepKind::kReleasedByOfficer), 1u);
  }
  EXPECT_GT(no_action, 500u);
}

TEST(OfficerAction, ProofOutranksTheAnswerAsOftenAsPolicySays) {
  const auto run = record_run(smooth_precinct(
      quick({"people.carries_proof.citizen=100 %", "people.carries_proof.lawful=0 %",
             "people.carries_proof.removable=0 %", "policy.documents_honoured=70 %"})));
  std::size_t citizens = 0;
  std::size_t honoured = 0;
  for (const auto& record : run.encounters) {
    const bool documents = find_step(record, StepKind::kDocumentsHonoured) != nullptr;
    if (standing_of(record.status) == Standing::kCitizen) {
      ++citizens;
      if (documents) ++honoured;
    } else {
      EXPECT_FALSE(documents) << "there were no papers";
    }
    EXPECT_TRUE(!documents || (!record.hold && record.call_waits.empty()));
  }
  expect_share(honoured, citizens, 0.7);
}

TEST(OfficerAction, SomeHoldAndSomeReleaseWithoutACall) {
  const auto run = record_run(smooth_precinct(
      quick({"policy.holds_without_call=20 %", "policy.releases_without_call=50 %"})));
  std::size_t held = 0;
  std::size_t released = 0;
  std::size_t called = 0;
  for (const auto& record : run.encounters) {
    if (!record.call_waits.empty()) {
      ++called;
    } else if (record.hold) {
      EXPECT_EQ(record.hold->decision, HoldDecision::kOfficerAlone);
      ++held;
    } else {
      ++released;
    }
  }
  const std::size_t all = held + released + called;
  EXPECT_EQ(all, run.encounters.size());
  expect_share(held, all, 0.2);
  expect_share(released, all, 0.4);  // half of those who do not hold
  expect_share(called, all, 0.4);
}

TEST(OfficerAction, WithoutAnAnswerFromIceSomeHold) {
  const auto run = record_run(smooth_precinct(
      quick({"ice.agents_day=0", "ice.agents_evening=0", "ice.agents_night=0", "ice.patience=1 s",
             "ice.retry_delay=1 s", "policy.holds_unanswered=25 %"})));
  std::size_t held = 0;
  for (const auto& record : run.encounters) {
    ASSERT_FALSE(record.agent_reached);
    if (!record.hold) continue;
    ++held;
    EXPECT_EQ(record.hold->decision, HoldDecision::kOfficerUnanswered);
  }
  expect_share(held, run.encounters.size(), 0.25);
}

}  // namespace
}  // namespace fieldtwin
