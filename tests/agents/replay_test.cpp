/// A recording happens again as it was, and what it says of people and photos is so.

#include "agents/replay.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "agents/record_stops.hpp"
#include "agents/replication.hpp"
#include "metrics/store/encounter_spool.hpp"
#include "recorded_run.hpp"
#include "scenarios/load.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

class ReplayTest : public testing::Test {
 protected:
  ReplayTest() { fs::create_directories(folder_); }
  ~ReplayTest() override { fs::remove_all(folder_); }

  /// Writes a recording of some replications of a scenario.
  void record(const Scenario& scenario, std::uint64_t seed, std::uint32_t replications) const {
    std::vector<std::string> codes;
    for (const auto& state : scenario.tables.states) codes.push_back(state.postal);
    std::ofstream out(file_);
    out << EncounterSpool::header();
    for (std::uint32_t replication = 0; replication < replications; ++replication) {
      const fs::path spool_file = folder_ / ("spool" + std::to_string(replication));
      EncounterSpool spool(spool_file, codes);
      record_stops(scenario, seed, replication,
                   {[&](const RecordedStop& stop) { spool.add(stop); },
                    [&](const EncounterRecord& record) { spool.add_end(record); }});
      spool.write(out);
    }
  }

  void write(const std::string& rows) const { std::ofstream(file_) << rows; }

  /// The precinct that replays the file.
  Scenario replaying(std::vector<std::string> overrides = {}) const {
    overrides.push_back("tables.encounters=" + file_);
    return precinct(overrides);
  }

  fs::path folder_ = fs::path(testing::TempDir()) / ("fieldtwin_replay_" + std::to_string(getpid()));
  std::string file_ = (folder_ / "stops.csv").string();
};

TEST_F(ReplayTest, OfARecordingIsTheSameToTheBit) {
  // Several states and days, stops that wait for officers, people who are held for long.
  const std::vector<std::string> overrides{
      "programme.states=[FL, GA, TX]", "period.days=3",        "encounters.stops_per_shift=30",
      "records.removable_share=40 %",  "matcher.fpir=10 %",    "ice.agents_day=1",
      "service.availability=95 %",     "sign_in.availability=90 %"};
  const Scenario scenario = precinct(overrides);
  record(scenario, 3, 3);
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    const auto first = simulate_replication(scenario, 3, replication, RecordLevel::kNone);
    const auto again = simulate_replication(replaying(overrides), 3, replication, RecordLevel::kNone);
    EXPECT_EQ(again.fingerprint, first.fingerprint) << replication;
    EXPECT_EQ(again.totals, first.totals) << replication;
    EXPECT_EQ(again.latency, first.latency) << replication;
    EXPECT_GT(first.total(Amount::kScans), 500.0);
    EXPECT_GT(first.total(Amount::kStops), first.total(Amount::kScans));
  }
}

TEST_F(ReplayTest, OfARecordingWithFlowsIsTheSameToTheBit) {
  const std::vector<std::string> overrides{"network.fidelity=flow", "network.cell_capacity=5 kbit/s"};
  const Scenario scenario = precinct(overrides);
  const auto run = [](const Scenario& which) {
    return in_child([&] {
      const auto print = simulate_replication(which, 1, 0, RecordLevel::kNone).fingerprint;
      constexpr std::uint64_t kLow = 0xFFFF'FFFF;
      return std::vector<double>{
          static_cast<double>(print.high >> 32), static_cast<double>(print.high & kLow),
          static_cast<double>(print.low >> 32), static_cast<double>(print.low & kLow)};
    });
  };
  in_child([&] {
    record(scenario, 1, 1);
    return std::vector<double>{};
  });
  EXPECT_EQ(run(replaying(overrides)), run(scenario));
}

TEST_F(ReplayTest, UnderAnotherPolicyKeepsTheStops) {
  record(precinct(), 1, 1);
  const auto base = record_run(precinct()).by_id();
  const auto other = record_run(replaying({"policy.stop_limit=1 min", "ice.agents_day=1"})).by_id();
  ASSERT_EQ(base.size(), other.size());
  for (const auto& [id, encounter] : base) {
    ASSERT_TRUE(other.contains(id));
    EXPECT_EQ(encounter.person, other.at(id).person);
  }
}

TEST_F(ReplayTest, RepeatsTheRecordingsWhenThereAreMoreReplications) {
  record(precinct(), 1, 2);
  const auto first = record_run(replaying(), 1, 0).by_id();
  const auto third = record_run(replaying(), 1, 2).by_id();
  ASSERT_EQ(first.size(), third.size());
  std::size_t later = 0;
  for (const auto& [id, encounter] : first) {
    EXPECT_EQ(encounter.person, third.at(id).person);
    if (encounter.ended != third.at(id).ended) ++later;
  }
  EXPECT_GT(later, first.size() / 2) << "other luck, the same stops";
}

TEST_F(ReplayTest, TakesWhatIsKnownAndDrawsTheRest) {
  write(
      "time,state,officer,ethnicity,sex,age,status,enrolled,record\n"
      "3600,GA,900000,asian,male,12,naturalised,no,removable\n"
      "7200,GA,900000,,female,,,,\n");
  const auto run = record_run(replaying());
  ASSERT_EQ(run.encounters.size(), 2u);
  const auto by_id = run.by_id();
  const EncounterRecord& known = by_id.at(std::uint64_t{900000} << 24);
  EXPECT_EQ(known.stopped, 1_h);
  EXPECT_EQ(known.ethnicity, Ethnicity::kAsian);
  EXPECT_EQ(known.sex, Sex::kMale);
  EXPECT_EQ(known.age, 12);
  EXPECT_EQ(known.status, Status::kNaturalised);
  EXPECT_FALSE(known.enrolled);
  EXPECT_EQ(known.evidence.own_record, Standing::kRemovable);
  const EncounterRecord& drawn = by_id.at((std::uint64_t{900000} << 24) + 1);
  EXPECT_EQ(drawn.sex, Sex::kFemale);
  EXPECT_GE(drawn.age, 16);
  EXPECT_EQ(precinct().tables.states[drawn.state].postal, "GA");
}

TEST_F(ReplayTest, SendsThePhotoThatWasRecorded) {
  const auto uplink = [&](const std::string& bytes) {
    write("time,state,officer,bytes\n3600,FL,1," + bytes + "\n");
    const auto scenario = replaying({"network.uplink.urban=80 kbit/s", "network.uplink.rural=80 kbit/s",
                                     "network.latency.urban=0 s", "network.latency.rural=0 s",
                                     "network.no_coverage.urban=0 %", "network.no_coverage.rural=0 %",
                                     "network.loss=0 %", "devices.fault=0 %", "sign_in.failure=0 %",
                                     "capture.impossible=0 %", "capture.usable=100 %",
                                     "network.timeout=10 min"});
    return record_run(scenario).encounters.at(0).uplink.value().value();
  };
  EXPECT_NEAR(uplink("10000"), 1.0, 1e-9);
  EXPECT_NEAR(uplink("50000"), 5.0, 1e-9);
}

TEST_F(ReplayTest, LetsAStopWaitForItsOfficer) {
  write("time,state,officer,stop_length\n3600,FL,1,600\n3601,FL,1,600\n3602,FL,2,600\n");
  const auto by_id = record_run(replaying()).by_id();
  ASSERT_EQ(by_id.size(), 3u);
  EXPECT_EQ(by_id.at(1 << 24).stopped, Seconds(3600.0));
  EXPECT_GE(by_id.at((1 << 24) + 1).stopped, Seconds(4200.0));
  EXPECT_EQ(by_id.at(2 << 24).stopped, Seconds(3602.0));
}

}  // namespace
}  // namespace fieldtwin
