#include "agents/encounter/stop.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>

#include "agents/population.hpp"
#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

/// Many short stops that all lead to a scan.
std::vector<std::string> many_stops(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"devices.fault=100 %", "encounters.stop_length=0 s",
                           "encounters.stops_per_shift=60"});
  return more;
}
std::vector<std::string> all_scanned(std::vector<std::string> more = {}) {
  more.insert(more.end(), {"encounters.scan_with_id=100 %", "encounters.scan_without_id=100 %"});
  return many_stops(std::move(more));
}

TEST(Stop, NobodyIsBelowTheMinimumAge) {
  const auto run = record_run(precinct(all_scanned({"people.minimum_age=40"})));
  std::size_t forties = 0;
  for (const auto& record : run.encounters) {
    ASSERT_GE(record.age, 40);
    if (record.age < 50) ++forties;
  }
  EXPECT_GT(run.encounters.size(), 1000u);
  EXPECT_GT(forties, 100u);
}

TEST(Stop, TheOldestAreFoundInAnyGroup) {
  // Of the only group that is stopped, hardly anybody lives here, and fewer are of age.
  const auto run = record_run(precinct(
      all_scanned({"people.minimum_age=90", "encounters.relative_rate.white=0",
                   "encounters.relative_rate.black=0", "encounters.relative_rate.american_indian=0",
                   "encounters.relative_rate.asian=0", "encounters.relative_rate.two_or_more=0",
                   "encounters.relative_rate.hispanic=0", "encounters.stops_per_shift=2"})));
  EXPECT_GT(run.encounters.size(), 50u);
  for (const auto& record : run.encounters) ASSERT_GE(record.age, 90);
}

TEST(Stop, GroupsAreMetByTheirNumbersTimesTheirRate) {
  const Scenario scenario = precinct(all_scanned(
      {"encounters.relative_rate.white=0.5", "encounters.relative_rate.black=1",
       "encounters.relative_rate.american_indian=0", "encounters.relative_rate.asian=1",
       "encounters.relative_rate.pacific_islander=1", "encounters.relative_rate.two_or_more=1",
       "encounters.relative_rate.hispanic=4", "period.days=4"}));
  const Draws draws(1, 0);
  const Population population(scenario, draws.across_replications());
  const auto run = record_run(scenario);
  std::array<double, kEthnicities> met{};
  for (const auto& record : run.encounters) ++met[index_of(record.ethnicity)];
  const auto total = static_cast<double>(run.encounters.size());
  ASSERT_GT(total, 5000.0);

  std::array<double, kEthnicities> expected{};
  double sum = 0.0;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    expected[e] =
        population.ethnicity_share(run.encounters.front().state, static_cast<Ethnicity>(e))
            .value() *
        scenario.encounters.relative_rate[e].mean().value();
    sum += expected[e];
  }
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    const double share = expected[e] / sum;
    EXPECT_NEAR(met[e] / total, share, 4.0 * std::sqrt(share * (1.0 - share) / total))
        << kEthnicityNames[e];
  }
}

TEST(Stop, PapersAreCarriedByStandingAndDecideWhoIsScanned) {
  // Citizens always show an ID, the others never do.
  const std::vector<std::string> papers{"people.carries_id.citizen=100 %",
                                        "people.carries_id.lawful=0 %",
                                        "people.carries_id.removable=0 %"};
  auto with_id = papers;
  with_id.insert(with_id.end(),
                 {"encounters.scan_with_id=100 %", "encounters.scan_without_id=0 %"});
  const auto citizens = record_run(precinct(many_stops(with_id)));
  auto without_id = papers;
  without_id.insert(without_id.end(),
                    {"encounters.scan_with_id=0 %", "encounters.scan_without_id=100 %"});
  const auto others = record_run(precinct(many_stops(without_id)));
  for (const auto& record : citizens.encounters) {
    EXPECT_EQ(standing_of(record.status), Standing::kCitizen);
  }
  for (const auto& record : others.encounters) {
    EXPECT_NE(standing_of(record.status), Standing::kCitizen);
  }
  EXPECT_GT(citizens.encounters.size(), 1000u);
  EXPECT_GT(others.encounters.size(), 200u);
  EXPECT_EQ(citizens.encounters.size(), others.without_scan);
  EXPECT_EQ(others.encounters.size(), citizens.without_scan);
}

TEST(Stop, SharesOfScansAreThoseOfTheScenario) {
  const auto run = record_run(
      precinct(many_stops({"encounters.scan_with_id=30 %", "encounters.scan_without_id=30 %"})));
  const auto scans = static_cast<double>(run.encounters.size());
  const double all = scans + static_cast<double>(run.without_scan);
  EXPECT_GT(all, 1500.0);
  EXPECT_NEAR(scans / all, 0.3, 4.0 * std::sqrt(0.21 / all));
}

TEST(Stop, AWholeStateIsThereToBeMet) {
  // Nobody is met twice among a few thousand of twenty million, but for the odd coincidence.
  const auto run = record_run(precinct(all_scanned()));
  std::map<std::uint64_t, int> met;
  for (const auto& record : run.encounters) ++met[record.person];
  EXPECT_GT(met.size() + 3, run.encounters.size());
}

}  // namespace
}  // namespace fieldtwin
