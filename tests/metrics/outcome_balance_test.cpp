#include "metrics/outcome_balance.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

EncounterRecord held(std::uint64_t id, HoldEnd end) {
  EncounterRecord record = plain_scan(id);
  record.hold =
      HoldRecord{HoldOrigin::kNoMatch, HoldDecision::kAgent, end, Seconds(3600.0), false};
  return record;
}

EncounterRecord failed(std::uint64_t id, ScanOutcome outcome) {
  EncounterRecord record = plain_scan(id);
  record.outcome = outcome;
  return record;
}

constexpr SystemKind kIdentify = SystemKind::kMobileIdentify;

std::string complaint_of(const std::function<void(OutcomeBalance&)>& history) {
  OutcomeBalance balance;
  history(balance);
  try {
    balance.check(3);
  } catch (const std::logic_error& error) {
    return error.what();
  }
  return "";
}

TEST(OutcomeBalance, EachThatBeganAndEndedOnceIsInOrder) {
  EXPECT_EQ(complaint_of([](OutcomeBalance& balance) {
              for (std::uint64_t id : {1, 2, 3, 4}) balance.began(kIdentify, id);
              balance.ended(held(3, HoldEnd::kTransfer));  // holds end late
              balance.ended(plain_scan(1));
              balance.ended(failed(4, ScanOutcome::kNoSignIn));
              balance.ended(held(2, HoldEnd::kFingerprints));
            }),
            "");
  EXPECT_EQ(complaint_of([](OutcomeBalance&) {}), "");
}

TEST(OutcomeBalance, NamesTheNumbersWhenOneIsLost) {
  EXPECT_EQ(complaint_of([](OutcomeBalance& balance) {
              for (std::uint64_t id : {1, 2, 3, 4}) balance.began(kIdentify, id);
              balance.ended(plain_scan(1));
              balance.ended(failed(2, ScanOutcome::kNoSignIn));
              balance.ended(held(3, HoldEnd::kTransfer));
            }),
            "replication 3: 4 encounters began and 3 ended: 1 let go after an answer, 1 let go "
            "without one (sign_in), 1 held (transfer) (each ends once, so some were lost or ended "
            "twice; this is a bug of the model)");
}

TEST(OutcomeBalance, OneThatEndsTwiceDoesNotMakeUpForOneThatIsLost) {
  EXPECT_EQ(complaint_of([](OutcomeBalance& balance) {
              balance.began(kIdentify, 1);
              balance.began(kIdentify, 2);
              balance.ended(plain_scan(1));
              balance.ended(plain_scan(1));
            }),
            "replication 3: 2 encounters began and 2 ended: 2 let go after an answer, but not the "
            "same ones (each ends once, so some were lost or ended twice; this is a bug of the "
            "model)");
}

TEST(OutcomeBalance, OneThatNeverBeganIsOneTooMany) {
  EXPECT_NE(complaint_of([](OutcomeBalance& balance) { balance.ended(plain_scan(9)); })
                .find("0 encounters began and 1 ended"),
            std::string::npos);
}

TEST(OutcomeBalance, IsHeldForEachSystemOfAWorld) {
  const auto fortify = [](std::uint64_t id) {
    EncounterRecord record = plain_scan(id);
    record.system = SystemKind::kMobileFortify;
    return record;
  };
  EXPECT_EQ(complaint_of([&](OutcomeBalance& balance) {
              balance.ended(fortify(1));  // a system that tells of no beginning
            }),
            "");
  EXPECT_NE(complaint_of([&](OutcomeBalance& balance) {
              balance.began(SystemKind::kMobileFortify, 1);
              balance.began(kIdentify, 2);
              balance.ended(plain_scan(2));
            }).find("1 encounters began and 0 ended: none"),
            std::string::npos);
}

TEST(OutcomeBalance, TheCollectorKeepsIt) {
  const Scenario scenario = small_scenario();
  Collector collector(scenario, Draws(1, 0), RecordLevel::kNone);
  collector.began(kIdentify, std::uint64_t{5} << 24 | 2);
  EXPECT_EQ(collector.balance().begun(), 1u);
  EXPECT_THROW(collector.balance().check(0), std::logic_error);
  collector.encounter(plain_scan(std::uint64_t{5} << 24 | 2));
  EXPECT_NO_THROW(collector.balance().check(0));
}

CrossingRecord crossing(std::uint64_t id, CrossingEnd end) {
  CrossingRecord record;
  record.id = id;
  record.end = end;
  return record;
}

TEST(OutcomeBalance, NamesTheCrossingsWhenATravellerIsLost) {
  CrossingRecord detained = crossing(2, CrossingEnd::kHeld);
  detained.hold =
      HoldRecord{HoldOrigin::kNoMatch, HoldDecision::kAgent, HoldEnd::kTransfer, Seconds(1.0), false};
  const auto history = [&](std::initializer_list<std::uint64_t> begun) {
    return complaint_of([&](OutcomeBalance& balance) {
      for (const std::uint64_t id : begun) balance.began(SystemKind::kTvs, id);
      balance.ended(crossing(1, CrossingEnd::kConfirmed));
      balance.ended(detained);
      balance.ended(crossing(3, CrossingEnd::kDocuments));
    });
  };
  EXPECT_EQ(history({1, 2, 3}), "");
  EXPECT_EQ(history({1, 2, 3, 4}),
            "replication 3: 4 crossings began and 3 ended: 1 confirmed, 1 documents, 1 held (transfer) "
            "(each ends once, so some were lost or ended twice; this is a bug of the model)");
  EXPECT_NE(history({1, 2, 4}).find("not the same ones"), std::string::npos);
}

}  // namespace
}  // namespace fieldtwin
