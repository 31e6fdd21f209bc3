/// Harm under sets of causes, beside whole replications simulated without them.

#include "agents/attribution/attribute_replication.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "agents/attribution/counterfactuals.hpp"
#include "agents/replication.hpp"
#include "agents/world.hpp"
#include "metrics/statistics/shapley.hpp"
#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"
#include "scenarios/mechanisms.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint64_t kSeed = 11;

/// A county where everything goes wrong often.
Scenario much_goes_wrong(std::vector<std::string> overrides = {}) {
  return load_scenario("precinct-stress", overrides).scenario;
}

/// The same, where encounters do not meet: the desk is idle, and no officer is late for a stop.
Scenario nobody_meets() {
  return much_goes_wrong({"ice.agents_day=500", "ice.agents_evening=500", "ice.agents_night=500",
                          "ice.other_calls_per_day=0", "encounters.stops_per_shift=1.5",
                          "capture.spoofed=0 %"});
}

constexpr std::size_t bit(Cause cause) {
  return std::size_t{1} << index_of(cause);
}

Amount people_of(std::size_t kind) {
  return kind == kProlongedHarm ? Amount::kProlonged
                                : wrongful_count(static_cast<WrongfulKind>(kind));
}
Amount hours_of(std::size_t kind) {
  return kind == kProlongedHarm ? Amount::kProlongedHours
                                : wrongful_hours(static_cast<WrongfulKind>(kind));
}

TEST(Attribution, WithAllCausesIsTheRecordedHarmAndWithNoneNoHoldIsWrongful) {
  // attribute_replication compares every encounter with the record, and throws if one differs.
  const AttributedReplication attributed = attribute_replication(much_goes_wrong(), kSeed, 0);
  const HarmGames& games = attributed.games;
  EXPECT_GT(games.people[0][kAllCauses], 20);
  EXPECT_GT(games.people[kProlongedHarm][kAllCauses], 0);
  for (std::size_t kind = 0; kind < kProlongedHarm; ++kind) {
    EXPECT_EQ(games.people[kind][0], 0) << kHarmKindNames[kind];
    EXPECT_EQ(games.microseconds[kind][0], 0) << kHarmKindNames[kind];
  }
}

TEST(Attribution, GivesWhatReplicationsWithoutTheCausesGive) {
  const Scenario scenario = nobody_meets();
  constexpr std::uint32_t kReplications = 3;
  std::vector<HarmGames> attributed;
  for (std::uint32_t r = 0; r < kReplications; ++r) {
    attributed.push_back(attribute_replication(scenario, kSeed, r).games);
  }
  std::vector<std::size_t> removed{0, kAllCauses, bit(Cause::kRecord) | bit(Cause::kOfficer),
                                   bit(Cause::kFalseMatch) | bit(Cause::kDeskError),
                                   kAllCauses & ~bit(Cause::kFalseMatch)};
  for (std::size_t i = 0; i < kCauses; ++i) removed.push_back(std::size_t{1} << i);
  std::int64_t changed = 0;
  for (const std::size_t set : removed) {
    const Scenario alone = without(scenario, CauseSet(set));
    const std::size_t acting = kAllCauses & ~set;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
      const ReplicationResult brute =
          simulate_replication(alone, kSeed, r, RecordLevel::kNone, {}, Expectation::kNone);
      for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
        const auto people = static_cast<std::int64_t>(brute.total(people_of(kind)));
        EXPECT_EQ(attributed[r].people[kind][acting], people)
            << kHarmKindNames[kind] << " without " << set;
        constexpr double kMicrosecondsPerHour = 3.6e9;
        EXPECT_NEAR(static_cast<double>(attributed[r].microseconds[kind][acting]),
                    brute.total(hours_of(kind)) * kMicrosecondsPerHour, 1000.0);
        changed += std::abs(people - attributed[r].people[kind][kAllCauses]);
      }
    }
  }
  EXPECT_GT(changed, 100);
}

TEST(Attribution, GivesACauseThatIsSwitchedOffNothing) {
  const Scenario scenario = without(much_goes_wrong(), CauseSet(bit(Cause::kRecord)));
  const HarmGames games = attribute_replication(scenario, kSeed, 0).games;
  EXPECT_GT(games.people[0][kAllCauses], 0);
  for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
    const auto shares = shapley_values(games.microseconds[kind]);
    EXPECT_TRUE(shares[index_of(Cause::kRecord)].numerator == 0);
    WideInteger sum = 0;
    for (const Fraction& share : shares) sum += share.numerator;
    EXPECT_TRUE(sum ==
                shares.front().denominator * (WideInteger{games.microseconds[kind][kAllCauses]} -
                                              games.microseconds[kind][0]));
  }
}

TEST(Counterfactuals, LeaveOutOnlyScansThatCannotDiffer) {
  const Draws draws(kSeed, 1);
  const Scenario scenario = fix_for_replication(much_goes_wrong(), draws);
  const Counterfactuals counterfactuals(scenario, draws);
  Collector collector(scenario, draws, RecordLevel::kNone);
  int scans = 0;
  World world(scenario, draws, collector, Expectation::kEachScan,
              [&](const Circumstances& circumstances) {
                if (++scans % 7 != 0) return;
                HarmGames quick, all;
                counterfactuals.add(circumstances, quick);
                for (std::size_t acting = 0; acting < kCoalitions; ++acting) {
                  all.add(acting, counterfactuals.harm(circumstances, acting));
                }
                EXPECT_EQ(quick, all) << circumstances.stop.id.value;
              });
  world.run();
  EXPECT_GT(scans, 100);
}

}  // namespace
}  // namespace fieldtwin
