#pragma once
/// Small studies made by hand, whose every number is known.

#include <unistd.h>

#include <filesystem>
#include <string>

#include "metrics/collector.hpp"
#include "metrics/store/result_store.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Three years ahead of a steady programme in which everything is held, copied and taken.
inline Exposure small_exposure() {
  Exposure exposure;
  exposure.horizon = 3.0 * kYear;
  exposure.flow_growth = exposure.access_growth = Count(1.0);
  exposure.retention.fill(1.0 * kYear);
  exposure.copy_weight.fill(Count(1.0));
  exposure.people.fill(Count(10.0));
  exposure.subcontractor = {.rate = PerYear(0.1),
                            .window = 30.0 * kDay,
                            .visit = 10.0 * kDay,
                            .share = Probability(0.5),
                            .encrypted = Probability(0.0)};
  exposure.device = {.rate = PerYear(0.01), .encrypted = Probability(0.5)};
  exposure.insider = {.rate = PerYear(0.001), .share = Probability(0.1)};
  exposure.credentials = {
      .rate = PerYear(0.001), .daily = Probability(0.01), .detection = 10.0 * kDay};
  exposure.unevenness = Count(1.0);
  exposure.shortest_retention = 0.5 * kDay;
  return exposure;
}

/// Two states (Texas, Florida), one day, and what the collector reads; all else is empty.
inline Scenario small_scenario() {
  Scenario scenario;
  scenario.name = "small";
  scenario.period = {Date{std::chrono::year{2025}, std::chrono::month{11}, std::chrono::day{3}},
                     Count(1.0)};
  StateRow texas{};
  texas.name = "Texas";
  texas.postal = "TX";
  texas.fips = "48";
  texas.population = 3e6;
  texas.ethnicity.fill(1.0 / kEthnicities);
  StateRow florida{};
  florida.name = "Florida";
  florida.postal = "FL";
  florida.fips = "12";
  florida.population = 2e6;
  florida.ethnicity.fill(1.0 / kEthnicities);
  scenario.tables.states = {texas, florida};
  scenario.ice.agents_day = Count(5.0);
  scenario.ice.agents_evening = Count(3.0);
  scenario.ice.agents_night = Count(2.0);
  scenario.storage.copies = Count(2.0);
  scenario.storage.people_with_access = Count(100.0);
  scenario.storage.breach_rate = PerYear(0.0);
  scenario.storage.breach_share = Probability(0.5);
  scenario.exposure = small_exposure();
  return scenario;
}

/// An answered scan of a US-born white man of 30 in Texas: "no action", nothing kept.
inline EncounterRecord plain_scan(std::uint64_t id) {
  EncounterRecord record;
  record.id = id;
  record.person = 1000 + id;
  record.age = 30;
  record.stopped = Seconds(100.0);
  record.scan_began = Seconds(160.0);
  record.ended = Seconds(260.0);
  record.uplink = Seconds(2.0);
  record.match = Seconds(4.0);
  record.answer = Seconds(16.0);
  record.match_truth = MatchTruth::kNobody;
  record.app_answer = AppAnswer::kNoAction;
  record.steps = {{Seconds(100.0), StepKind::kStop},
                  {Seconds(160.0), StepKind::kScan},
                  {Seconds(176.0), StepKind::kAnswered, 0.0}};
  return record;
}

/// A scan of a person of some status who is held for some hours.
inline EncounterRecord held_scan(std::uint64_t id, Status status, HoldOrigin origin,
                                 HoldDecision decision, double hours) {
  EncounterRecord record = plain_scan(id);
  record.status = status;
  record.app_answer = AppAnswer::kContactIce;
  record.match_truth = origin == HoldOrigin::kFalseMatch ? MatchTruth::kOther : MatchTruth::kOwn;
  record.enrolled = origin != HoldOrigin::kFalseMatch;
  record.hold =
      HoldRecord{origin, decision, HoldEnd::kTransfer, Seconds(hours * 3600.0), /*federal=*/false};
  record.steps.push_back({Seconds(260.0), StepKind::kHeld, 0.0});
  return record;
}

inline WorldTotals officers(std::uint64_t all, std::uint64_t equipped) {
  WorldTotals totals;
  totals.officers = {{all, equipped}, {0, 0}};
  return totals;
}

inline StudyIdentity small_identity() {
  return {.version = "0.1.0",
          .scenario = "small",
          .scenario_hash = "c0ffee",
          .seed = 7,
          .start = "2025-11-03",
          .days = 1,
          .record = "cases",
          .states = {"TX", "FL"}};
}

/// One replication with something of everything; it differs from number to number.
inline ReplicationResult varied_replication(std::uint32_t number,
                                            RecordLevel level = RecordLevel::kCases) {
  const Scenario scenario = small_scenario();
  const Draws draws(7, number);
  Collector collector(scenario, draws, level);
  collector.desk(Seconds(0.0), {2, 0, 0});
  for (std::uint64_t i = 0; i < 60; ++i) {
    const double u = draws.uniform(Decision::kTest, i);
    EncounterRecord record = plain_scan(i);
    record.state = i % 3 == 0 ? 1 : 0;
    record.ethnicity = static_cast<Ethnicity>(i % kEthnicities);
    record.status = static_cast<Status>(i % kStatuses);
    record.age = static_cast<std::uint8_t>(10 + i);
    record.answer = Seconds(10.0 + 30.0 * u);
    record.uplink = Seconds(1.0 / 3.0 + u);
    if (i % 5 == 0) record.sign_in = Seconds(30.0 + u);
    if (i % 7 == 0) record.call_waits = {Seconds(u * 100.0), Seconds(0.1 + u)};
    if (u > 0.8) {
      record.app_answer = AppAnswer::kContactIce;
      record.hold = HoldRecord{static_cast<HoldOrigin>(i % 4), static_cast<HoldDecision>(i % 3),
                               static_cast<HoldEnd>((i + 1) % 4), Seconds(3600.0 / u), i % 2 == 0};
    }
    if (u < 0.05) {
      record.prolonged = true;
      record.prolonged_by = Seconds(100.0 * u);
    }
    record.photo_stored = u > 0.3;
    record.retention = i % 2 == 0 ? 15.0 * kYear : 1.0 * kYear;
    record.steps.push_back({Seconds(200.0 + u), StepKind::kSearched, u});
    collector.encounter(record);
    collector.call(Seconds(1000.0 * static_cast<double>(i)), Seconds(u * 10.0),
                   i % 2 == 0 ? Journal::CallAbout::kScan : Journal::CallAbout::kOther,
                   u < 0.1 ? Journal::CallEnd::kAbandoned : Journal::CallEnd::kAgent);
    collector.desk(Seconds(1000.0 * static_cast<double>(i)), {2, i % 3, i % 4});
    collector.stop_without_scan(record.system, record.state, record.ethnicity);
  }
  return collector.finish(officers(50, 40));
}

/// A directory of one test, empty at its start and removed at its end.
class ScratchDirectory {
 public:
  explicit ScratchDirectory(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("fieldtwin_" + name + "_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~ScratchDirectory() { std::filesystem::remove_all(path_); }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace fieldtwin
