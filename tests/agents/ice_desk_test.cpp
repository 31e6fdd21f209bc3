#include "agents/ice_desk.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <deque>

#include "oracles/erlang.hpp"
#include "recorded_run.hpp"
#include "somebody.hpp"

namespace fieldtwin {
namespace {

const Person kRemovable =
    somebody(Status::kUnauthorised, Enrolment::kEnrolled, Standing::kRemovable);
/// A citizen, whose record shows no status.
const Person kWronged = somebody(Status::kUsBorn, Enrolment::kEnrolled, Standing::kRemovable);

SearchResult found(MatchTruth match) {
  SearchResult result{{AppAnswer::kContactIce, {1}}, match, std::nullopt};
  if (match == MatchTruth::kNobody) return result;
  result.record = Record{Standing::kRemovable};
  result.candidate = match == MatchTruth::kOwn ? Likeness::kSelf : Likeness::kStranger;
  return result;
}

struct Call {
  EncounterLog log;
  Stop stop;
  SearchResult result;
  Verdict verdict = Verdict::kUnanswered;
  Seconds ended{0.0};
};

class Desk : public testing::Test {
 protected:
  Desk() {
    auto& ice = scenario_.ice;
    ice.queue_order = QueueOrder::kFirstCome;
    ice.handle_time = 10_min;
    ice.claim = Probability(0.0);
    ice.claim_time = 1_h;
    ice.patience = 5_min;
    ice.retry = Probability(1.0);
    ice.retry_delay = 3_min;
    ice.calls = Count(3);
    ice.false_accept = Probability(0.14);
    ice.false_reject = Probability(0.06);
    ice.finds_standing = Probability(0.5);
    ice.other_handle_time = 20_min;
  }

  /// So many officers call about such a person at time 0, one after the other.
  std::deque<Call> ask(std::size_t calls, const Person& person, MatchTruth match,
                       std::size_t agents) {
    Calendar calendar(Clockwork::kAlone);
    IceDesk desk(calendar, scenario_, draws_, journal_);
    desk.agents().set_servers(agents);
    std::deque<Call> out;
    for (std::size_t i = 0; i < calls; ++i) {
      const Stop stop = stop_of(person, i);
      out.push_back({EncounterLog(calendar, an_officer(), stop), stop, found(match)});
      calendar.start(go(calendar, desk, out.back()));
    }
    calendar.run();
    return out;
  }
  double share_held(const Person& person, MatchTruth match) {
    double held = 0.0;
    for (const auto& call : ask(kMany, person, match, kMany)) {
      if (call.verdict == Verdict::kHold) ++held;
    }
    return held / kMany;
  }

  static Process go(Calendar& calendar, IceDesk& desk, Call& call) {
    call.verdict = (co_await desk.ask(call.stop, call.result, call.log)).verdict;
    call.ended = calendar.now();
  }

  static constexpr std::size_t kMany = 4000;
  static double sd(double p) { return std::sqrt(p * (1.0 - p) / kMany); }

  Scenario scenario_;
  Draws draws_{12, 0};
  Recording journal_;
};

TEST_F(Desk, AnswersInTurn) {
  scenario_.ice.patience = 1_h;
  const auto calls = ask(3, kRemovable, MatchTruth::kNobody, 1);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(calls[i].ended, 10_min * static_cast<double>(i + 1));
    EXPECT_EQ(calls[i].verdict, Verdict::kHold);
    EXPECT_EQ(calls[i].log.record().call_waits,
              std::vector<Seconds>{10_min * static_cast<double>(i)});
  }
}

TEST_F(Desk, CallersHangUpAndCallAgainUpToTheLimit) {
  const auto calls = ask(1, kRemovable, MatchTruth::kOwn, 0);
  EXPECT_EQ(calls[0].verdict, Verdict::kUnanswered);
  EXPECT_EQ(calls[0].ended, 3 * 5_min + 2 * 3_min);
  const EncounterRecord& record = calls[0].log.record();
  EXPECT_EQ(record.call_waits, (std::vector<Seconds>{5_min, 5_min, 5_min}));
  EXPECT_EQ(record.calls_abandoned, 3u);
  EXPECT_FALSE(record.agent_reached);
  ASSERT_EQ(journal_.calls.size(), 3u);
  for (const auto& call : journal_.calls) EXPECT_EQ(call.end, Journal::CallEnd::kAbandoned);
}

TEST_F(Desk, ASecondCallMayReachAnAgent) {
  // The agent is busy until 10 min; the second caller is there again from 8 min on.
  const auto calls = ask(2, kRemovable, MatchTruth::kOwn, 1);
  EXPECT_EQ(calls[1].log.record().call_waits, (std::vector<Seconds>{5_min, 2_min}));
  EXPECT_EQ(calls[1].ended, 20_min);
  EXPECT_TRUE(calls[1].log.record().agent_reached);
}

TEST_F(Desk, CallersRetryAsOftenAsTheScenarioSays) {
  scenario_.ice.retry = Probability(0.7);
  std::array<double, 4> by_calls{};
  for (const auto& call : ask(kMany, kRemovable, MatchTruth::kOwn, 0)) {
    ++by_calls[call.log.record().call_waits.size()];
  }
  EXPECT_NEAR(by_calls[1] / kMany, 0.3, 4.0 * sd(0.3));
  EXPECT_NEAR(by_calls[2] / kMany, 0.21, 4.0 * sd(0.21));
  EXPECT_NEAR(by_calls[3] / kMany, 0.49, 4.0 * sd(0.49));
}

Process other_call(IceDesk& desk) {
  co_await desk.other_call(1);
}

TEST_F(Desk, OfficersMayGoFirst) {
  for (const auto& [order, wait] :
       {std::pair(QueueOrder::kFirstCome, 30_min), std::pair(QueueOrder::kOfficersFirst, 10_min)}) {
    scenario_.ice.queue_order = order;
    scenario_.ice.patience = 10_h;
    Calendar calendar(Clockwork::kAlone);
    IceDesk desk(calendar, scenario_, draws_, journal_);
    desk.agents().set_servers(1);
    const Stop stop = stop_of(kRemovable, 1);
    Call first{EncounterLog(calendar, an_officer(), stop), stop, found(MatchTruth::kOwn)};
    Call second{EncounterLog(calendar, an_officer(), stop), stop, found(MatchTruth::kOwn)};
    calendar.start(go(calendar, desk, first));
    calendar.start(other_call(desk));
    calendar.start(go(calendar, desk, second));
    calendar.run();
    EXPECT_EQ(second.log.record().call_waits, std::vector<Seconds>{wait});
  }
}

TEST_F(Desk, AgentsTakeAnotherFaceForTheSameAsOftenAsMeasured) {
  EXPECT_NEAR(share_held(a_citizen(), MatchTruth::kOther), 0.14, 4.0 * sd(0.14));
}

TEST_F(Desk, AgentsMissTheSameFaceAsOftenAsMeasured) {
  EXPECT_NEAR(share_held(kRemovable, MatchTruth::kOwn), 0.94, 4.0 * sd(0.06));
}

TEST_F(Desk, WrongRecordsAreSeenThroughIndependentlyOfTheFace) {
  EXPECT_NEAR(share_held(kWronged, MatchTruth::kOwn), 0.94 * 0.5, 4.0 * sd(0.47));
  scenario_.ice.finds_standing = Probability(1.0);
  EXPECT_EQ(share_held(kWronged, MatchTruth::kOwn), 0.0);
}

TEST_F(Desk, WithoutACandidateTheAgentAsksForStandingAlone) {
  EXPECT_EQ(share_held(kRemovable, MatchTruth::kNobody), 1.0);
  EXPECT_NEAR(share_held(a_citizen(), MatchTruth::kNobody), 0.5, 4.0 * sd(0.5));
}

TEST_F(Desk, CitizensClaimsAreResearched) {
  scenario_.ice.claim = Probability(0.4);
  double claims = 0.0;
  for (const auto& call : ask(kMany, kWronged, MatchTruth::kOwn, kMany)) {
    const bool claimed = find_step(call.log.record(), StepKind::kClaim) != nullptr;
    ASSERT_EQ(call.ended, claimed ? 70_min : 10_min);
    if (claimed) ++claims;
  }
  EXPECT_NEAR(claims / kMany, 0.4, 4.0 * sd(0.4));
  for (const auto& call : ask(kMany, kRemovable, MatchTruth::kOwn, kMany)) {
    ASSERT_EQ(call.ended, 10_min) << "no citizen, no claim";
  }
}

TEST_F(Desk, TellsTheJournalHowItIsOccupied) {
  scenario_.ice.patience = 1_h;
  ask(2, kRemovable, MatchTruth::kOwn, 1);
  std::size_t most_waiting = 0;
  for (const auto& [time, state] : journal_.desk_states) {
    EXPECT_EQ(state.agents, 1u);
    EXPECT_LE(state.busy, 1u);
    most_waiting = std::max(most_waiting, state.waiting);
  }
  EXPECT_EQ(most_waiting, 1u);
  EXPECT_EQ(journal_.desk_states.back().state.busy, 0u);
}

TEST_F(Desk, OtherCallsFollowErlangA) {
  // 10 calls an hour of 10 min each to two agents, with a patience of 10 min.
  scenario_.ice.other_calls_per_day = Count(240);
  scenario_.ice.other_handle_time =
      Varying<Seconds>(Distribution(Distribution::Shape(Exponential{600.0})));
  scenario_.ice.patience = Varying<Seconds>(Distribution(Distribution::Shape(Exponential{600.0})));
  Calendar calendar(Clockwork::kAlone);
  IceDesk desk(calendar, scenario_, draws_, journal_);
  desk.agents().set_servers(2);
  constexpr double kDays = 400.0;
  calendar.start(other_calls(desk, calendar, scenario_, draws_, kDay * kDays));
  calendar.run();

  const AbandonmentQueue expected = erlang_a({240.0 / 86'400.0, 600.0, 2}, 600.0);
  double abandoned = 0.0;
  double waited = 0.0;
  for (const auto& call : journal_.calls) {
    ASSERT_EQ(call.about, Journal::CallAbout::kOther);
    if (call.end == Journal::CallEnd::kAbandoned) ++abandoned;
    waited += call.waited.value();
  }
  const auto calls = static_cast<double>(journal_.calls.size());
  EXPECT_NEAR(calls, 240.0 * kDays, 4.0 * std::sqrt(240.0 * kDays));
  // Calls that come close together share their fate: a generous factor on the independent bound.
  const double p = expected.abandonment_probability;
  EXPECT_NEAR(abandoned / calls, p, 3.0 * 4.0 * std::sqrt(p * (1.0 - p) / calls));
  EXPECT_NEAR(waited / calls, expected.mean_wait, 0.05 * expected.mean_wait);
  EXPECT_NEAR(desk.agents().busy_time() / (kDay * kDays * 2.0), expected.utilisation, 0.01);
}

}  // namespace
}  // namespace fieldtwin
