/// Several systems in one world.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "agents/replication.hpp"
#include "agents/world.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

using Sections = std::map<std::string, std::string>;

/// Federal officers in the same county, given in place; sections replace the usual ones.
std::string together(Sections sections) {
  const Sections usual{{"programme", "{officers_trained: 110, states: [FL]}"},
                       {"officers", "{on_duty: 60 %}"},
                       {"encounters", "{stops_per_shift: 12}"},
                       {"devices", "{install_delay: 0 s}"}};
  sections.insert(usual.begin(), usual.end());
  std::string out = "together=[{extends: mobile-fortify, name: neighbour";
  for (const auto& [section, text] : sections) out += ", " + section + ": " + text;
  return out + "}]";
}

std::vector<EncounterRecord> of_system(const Recording& run, SystemKind system) {
  std::vector<EncounterRecord> out;
  for (const auto& [id, record] : run.by_id()) {
    if (record.system == system) out.push_back(record);
  }
  return out;
}

std::string fingerprint(const Scenario& scenario) {
  return simulate_replication(scenario, 1, 0, RecordLevel::kNone).fingerprint.hex();
}

TEST(Together, ANeighbourWhoMeetsNobodyMovesNothing) {
  EXPECT_EQ(fingerprint(precinct({together({{"encounters", "{stops_per_shift: 0}"}})})),
            fingerprint(precinct()));
}

TEST(Together, WithServersForAllTheOwnFieldIsAsItWasAlone) {
  // Enough of what is shared, and another state's cells.
  const std::vector<std::string> ample{"service.gateway.servers=1000",
                                       "service.extraction.servers=1000",
                                       "service.search.servers=1000",
                                       "ice.agents_day=1000",
                                       "ice.agents_evening=1000",
                                       "ice.agents_night=1000"};
  auto two = ample;
  two.push_back(together({{"programme", "{officers_trained: 110, states: [TX]}"}}));
  const auto alone = record_run(precinct(ample)).by_id();
  const Recording both = record_run(precinct(two));
  const auto own = of_system(both, SystemKind::kMobileIdentify);
  ASSERT_EQ(own.size(), alone.size());
  for (const EncounterRecord& record : own) {
    const EncounterRecord& before = alone.at(record.id);
    ASSERT_EQ(record.person, before.person);
    ASSERT_EQ(record.steps.size(), before.steps.size()) << record.id;
    for (std::size_t i = 0; i < record.steps.size(); ++i) {
      ASSERT_EQ(record.steps[i].kind, before.steps[i].kind) << record.id;
      ASSERT_EQ(record.steps[i].time, before.steps[i].time) << record.id;
    }
  }
  EXPECT_GT(of_system(both, SystemKind::kMobileFortify).size(), 50u);
}

TEST(Together, EachFieldHasItsOwnPolicyAndStorage) {
  const Recording run = record_run(precinct({together(
      {{"storage", "{stored: 100 %, retention_match: 1 d, retention_no_match: 1 d}"}})}));
  for (const EncounterRecord& record : run.encounters) {
    if (!record.photo_stored) continue;
    const bool partner = record.system == SystemKind::kMobileFortify;
    ASSERT_EQ(record.retention, partner ? kDay : kYear * 15.0);
  }
}

TEST(Together, TheDeskIsShared) {
  const std::vector<std::string> few{"ice.agents_day=1", "ice.agents_evening=1",
                                     "ice.agents_night=1", "ice.other_calls_per_day=0"};
  auto two = few;
  two.push_back(together({{"encounters", "{stops_per_shift: 40}"},
                          {"policy", "{holds_without_call: 0 %, releases_without_call: 0 %}"}}));
  const auto waited = [](const Recording& run) {
    Seconds sum(0.0);
    for (const auto& record : of_system(run, SystemKind::kMobileIdentify)) {
      for (const Seconds wait : record.call_waits) sum += wait;
    }
    return sum;
  };
  EXPECT_GT(waited(record_run(precinct(two))), waited(record_run(precinct(few))));
}

TEST(Together, NoTwoEncountersHaveANumberInCommon) {
  const Recording run = record_run(precinct({together({})}));
  EXPECT_EQ(run.by_id().size(), run.encounters.size());
  for (const EncounterRecord& record : run.encounters) {
    const bool partner = record.system == SystemKind::kMobileFortify;
    EXPECT_EQ(record.officer >= kOfficersPerSystem, partner);
  }
}

TEST(Together, AmountsAreToldApartBySystem) {
  const Scenario scenario = precinct({together({})});
  const ReplicationResult result = simulate_replication(scenario, 1, 0, RecordLevel::kNone);
  double sum = 0.0;
  std::size_t systems = 0;
  for (const TallyRow& row : result.tally) {
    if (row.dimension != Grouping::kSystem || row.amount != Amount::kScans) continue;
    sum += row.value;
    ++systems;
  }
  EXPECT_EQ(systems, 2u);
  EXPECT_EQ(sum, result.total(Amount::kScans));
  const ReplicationResult alone = simulate_replication(precinct(), 1, 0, RecordLevel::kNone);
  EXPECT_TRUE(std::ranges::none_of(
      alone.tally, [](const TallyRow& row) { return row.dimension == Grouping::kSystem; }));
}

TEST(Together, AHostsChangeReachesItsPartners) {
  const Scenario scenario =
      precinct({together({}), "service.search.time@12 h=9 s"});
  ASSERT_EQ(scenario.partners.size(), 1u);
  ASSERT_EQ(scenario.partners[0]->epochs.size(), 1u);
  EXPECT_EQ(scenario.partners[0]->epochs[0].scenario->service.search.time.mean(), 9_s);
}

}  // namespace
}  // namespace fieldtwin
