#include "metrics/disparity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "metrics/disparity_json.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

/// How many of a group come how far, in one replication.
struct Group {
  Ethnicity ethnicity;
  int stopped_only, failed, searched, flagged, held;  //!< people, each counted once
};

/// A million residents of each of two groups, in Texas, where all officers are.
Scenario two_groups() {
  Scenario scenario = small_scenario();
  for (StateRow& state : scenario.tables.states) state.ethnicity.fill(0.0);
  scenario.tables.states[0].population = 2e6;
  scenario.tables.states[0].ethnicity[index_of(Ethnicity::kWhite)] = 0.5;
  scenario.tables.states[0].ethnicity[index_of(Ethnicity::kBlack)] = 0.5;
  scenario.tables.states[1].population = 7e6;  // nobody works there
  scenario.tables.states[1].ethnicity[index_of(Ethnicity::kWhite)] = 1.0;
  return scenario;
}

void add(Collector& collector, const Group& group, std::uint64_t first_id) {
  std::uint64_t id = first_id;
  for (int i = 0; i < group.stopped_only; ++i) collector.stop_without_scan(SystemKind::kMobileIdentify, 0, group.ethnicity);
  const auto scan = [&](EncounterRecord record) {
    record.ethnicity = group.ethnicity;
    record.id = id++;
    collector.encounter(record);
  };
  for (int i = 0; i < group.failed; ++i) {
    EncounterRecord record = plain_scan(0);
    record.outcome = ScanOutcome::kNoCapture;
    record.match_truth = MatchTruth::kNotSearched;
    record.app_answer = AppAnswer::kNone;
    scan(record);
  }
  for (int i = 0; i < group.searched; ++i) scan(plain_scan(0));
  for (int i = 0; i < group.flagged; ++i) {
    EncounterRecord record = plain_scan(0);
    record.match_truth = MatchTruth::kOther;
    record.app_answer = AppAnswer::kContactIce;
    scan(record);
  }
  for (int i = 0; i < group.held; ++i) {
    scan(held_scan(0, Status::kUsBorn, HoldOrigin::kFalseMatch, HoldDecision::kAgent, 5.0));
  }
}

class Disparity : public testing::Test {
 protected:
  Disparity()
      : directory_("disparity"),
        store_(ResultStore::open_or_create(directory_ / "r.sqlite", small_identity())) {}

  void add_replication(std::uint32_t number, const std::vector<Group>& groups) {
    Collector collector(two_groups(), Draws(7, number), RecordLevel::kNone);
    for (const Group& group : groups) add(collector, group, 1000 * index_of(group.ethnicity));
    store_.add(collector.finish(officers(10, 10)));
  }

  static constexpr Ethnicity kWhite = Ethnicity::kWhite;
  static constexpr Ethnicity kBlack = Ethnicity::kBlack;
  ScratchDirectory directory_;
  ResultStore store_;
};

double factor(const Contrast& contrast, DisparityFactor which) {
  return (*contrast.factors)[index_of(which)].factor;
}

TEST_F(Disparity, IsARatePerResidentAndPerScan) {
  add_replication(0, {{kWhite, 60, 0, 30, 8, 2}, {kBlack, 100, 20, 60, 10, 10}});
  const StudyData study(store_);
  const auto rows = harm_by_group(study, WrongfulKind::kFalseMatch);
  ASSERT_EQ(rows.size(), kEthnicities);
  EXPECT_EQ(rows[index_of(kWhite)].residents, 1e6);  // of Texas alone
  EXPECT_DOUBLE_EQ(rows[index_of(kWhite)].per_million_residents->mean, 2.0);
  EXPECT_DOUBLE_EQ(rows[index_of(kBlack)].per_million_residents->mean, 10.0);
  EXPECT_DOUBLE_EQ(rows[index_of(kBlack)].per_100k_scans->mean, 1e4);
  EXPECT_FALSE(rows[index_of(Ethnicity::kAsian)].per_100k_scans);
}

TEST_F(Disparity, OfASingleWayIsTheProductOfPlainRatios) {
  add_replication(0, {{kWhite, 60, 0, 30, 8, 2}, {kBlack, 100, 20, 60, 10, 10}});
  const StudyData study(store_);
  const Contrast beside = contrast(study, WrongfulKind::kAny, kBlack, kWhite);
  ASSERT_TRUE(beside.factors);
  EXPECT_DOUBLE_EQ(beside.per_resident->mean, 5.0);
  EXPECT_DOUBLE_EQ(beside.per_scan->mean, (10.0 / 100.0) / (2.0 / 40.0));
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kStopped), 200.0 / 100.0);
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kScanned), 0.5 / 0.4);
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kSearched), 0.8);
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kEnrolled), 1.0);
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kFalseMatch), (20.0 / 80.0) / (10.0 / 40.0));
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kWrongRecord), 1.0);
  EXPECT_DOUBLE_EQ(factor(beside, DisparityFactor::kHeld), 0.5 / 0.2);
  EXPECT_FALSE(beside.factors->front().interval);
}

/// All four ways, and numbers that vary from replication to replication.
void add_mixed(Collector& collector, Ethnicity group, std::uint64_t number) {
  std::uint64_t id = 10'000 * index_of(group);
  const std::uint64_t n = 20 + (number * 7 + index_of(group) * 5) % 11;
  for (std::uint64_t i = 0; i < n; ++i) {
    for (const HoldOrigin origin :
         {HoldOrigin::kFalseMatch, HoldOrigin::kWrongRecord, HoldOrigin::kNoMatch}) {
      EncounterRecord record =
          held_scan(id++, Status::kNaturalised, origin, HoldDecision::kAgent, 3.0);
      record.ethnicity = group;
      record.enrolled = origin == HoldOrigin::kWrongRecord || i % 3 == 0;
      if (origin == HoldOrigin::kNoMatch) record.match_truth = MatchTruth::kNobody;
      if ((i + index_of(group) + number) % (origin == HoldOrigin::kFalseMatch ? 2 : 3) != 0) {
        record.hold.reset();
      }
      collector.encounter(record);
    }
    EncounterRecord plain = plain_scan(id++);
    plain.ethnicity = group;
    plain.enrolled = i % (2 + index_of(group)) == 0;
    collector.encounter(plain);
    collector.stop_without_scan(SystemKind::kMobileIdentify, 0, group);
  }
}

TEST_F(Disparity, MultipliesUpExactlyOverAllWays) {
  for (std::uint32_t number = 0; number < 12; ++number) {
    Collector collector(two_groups(), Draws(7, number), RecordLevel::kNone);
    add_mixed(collector, kWhite, number);
    add_mixed(collector, kBlack, number);
    store_.add(collector.finish(officers(10, 10)));
  }
  const StudyData study(store_);
  for (const auto& [group, reference] : {std::pair{kBlack, kWhite}, std::pair{kWhite, kBlack}}) {
    const Contrast beside = contrast(study, WrongfulKind::kAny, group, reference);
    ASSERT_TRUE(beside.factors);
    double logs = 0.0;
    for (const FactorEstimate& part : *beside.factors) {
      logs += std::log(part.factor);
      ASSERT_TRUE(part.interval);
      EXPECT_LE(part.interval->low, part.factor);
      EXPECT_GE(part.interval->high, part.factor);
    }
    EXPECT_NEAR(logs, std::log(beside.per_resident->mean), 1e-12);
  }
  EXPECT_FALSE(contrast(study, WrongfulKind::kUsCitizen, kBlack, kWhite).factors);
}

TEST_F(Disparity, HasNoFactorsWhereAGroupHasNoHarm) {
  add_replication(0, {{kWhite, 10, 0, 10, 0, 0}, {kBlack, 10, 0, 10, 0, 3}});
  const StudyData study(store_);
  const Contrast beside = contrast(study, WrongfulKind::kAny, kBlack, kWhite);
  EXPECT_FALSE(beside.factors);
  EXPECT_FALSE(beside.per_resident);
  EXPECT_EQ(contrast(study, WrongfulKind::kAny, kWhite, kBlack).per_resident->mean, 0.0);
}

TEST_F(Disparity, IsWrittenForEachReferenceAskedFor) {
  add_replication(0, {{kWhite, 60, 0, 30, 8, 2}, {kBlack, 100, 20, 60, 10, 10}});
  const StudyData study(store_);
  const auto json = disparity_json(study, WrongfulKind::kAny, std::array{kWhite, kBlack});
  EXPECT_EQ(json["groups"].size(), kEthnicities);
  EXPECT_EQ(json["factors"].size(), kDisparityFactors);
  ASSERT_EQ(json["contrasts"].size(), 2 * (kEthnicities - 1));
  EXPECT_EQ(json["contrasts"][0]["group"], "black");
  EXPECT_EQ(json["contrasts"][0]["factors"]["held"]["mean"], 2.5);
  EXPECT_TRUE(json["contrasts"][1]["per_scan"].is_null());
}

}  // namespace
}  // namespace fieldtwin
