/// The shipped scenarios are whole, and say where each value comes from.

#include <gtest/gtest.h>

#include <set>

#include "scenarios/describe/explain.hpp"
#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

TEST(Shipped, EveryValueHasASourceOrAnAssumption) {
  for (const std::string& name : shipped_scenarios(default_data_root())) {
    const ResolvedScenario r = load_scenario(name);
    EXPECT_FALSE(r.scenario.description.empty()) << name;
    for (const Parameter& parameter : parameters()) {
      if (!parameter.applies_to(r.scenario)) continue;
      const Provenance& p = r.provenance.at(parameter.path);
      EXPECT_NE(p.source.has_value(), p.assumption.has_value()) << name << ": " << parameter.path;
      if (p.assumption) {
        EXPECT_GE(p.assumption->why.size(), 20u) << name << ": " << parameter.path;
      }
    }
    for (std::size_t i = 0; i < r.scenario.faults.size(); ++i) {
      const Provenance& p = r.provenance.at("faults." + std::to_string(i));
      EXPECT_NE(p.source.has_value(), p.assumption.has_value()) << name << ": fault " << i;
    }
  }
}

TEST(Shipped, NumbersOfTheNationalDay) {
  const Scenario s = load_scenario("national-day").scenario;
  EXPECT_EQ(s.run.replications.mean().value(), 400.0);
  EXPECT_EQ(s.period.days.mean().value(), 1.0);
  EXPECT_EQ(std::chrono::weekday(std::chrono::sys_days(s.period.start)), std::chrono::Monday);
  // The uplink's slow tail: 150 kB take 2 to 15 s at the 95th percentile.
  for (const auto& uplink : s.network.uplink) {
    const Seconds slow = Bytes(150e3) / uplink.at(0.05);
    EXPECT_GT(slow, 2_s);
    EXPECT_LT(slow, 15_s);
  }
  EXPECT_NEAR((Bytes(150e3) / s.network.uplink[0].at(0.5)).value(), 0.4, 0.1);
  EXPECT_NEAR((Bytes(150e3) / s.network.uplink[1].at(0.5)).value(), 1.2, 0.2);
}

TEST(Shipped, NationalHeavyMakesTenScansForEachTrainedOfficer) {
  const Scenario s = load_scenario("national-heavy").scenario;
  const double stops = s.programme.officers_trained.mean().value() *
                       s.officers.on_duty.mean().value() * s.devices.android.mean().value() *
                       s.encounters.stops_per_shift.mean().value();
  // One in fifty is lost because an earlier one lasts beyond the shift's end.
  EXPECT_NEAR(0.98 * stops, 85'010.0, 100.0);
  EXPECT_EQ(s.encounters.scan_with_id.mean().value(), 1.0);
  EXPECT_EQ(s.encounters.scan_without_id.mean().value(), 1.0);
}

TEST(Shipped, EveryKindOfFaultIsInAScenario) {
  std::set<FaultKind> kinds;
  for (const std::string& name : shipped_scenarios(default_data_root())) {
    for (const Fault& fault : load_scenario(name).scenario.faults) kinds.insert(fault.kind);
  }
  // Cells that fail are the one that is in no shipped scenario: a carrier's outage is.
  EXPECT_EQ(kinds.size(), kFaultKinds - 1);
}

TEST(Shipped, TheCatalogueIsListed) {
  const auto list = list_catalogue();
  ASSERT_EQ(list.size(), shipped_scenarios(default_data_root()).size());
  ASSERT_FALSE(list.empty());
  for (const CatalogueEntry& entry : list) {
    EXPECT_FALSE(entry.title.empty());
    EXPECT_EQ(entry.question.back(), '?');
  }
}

}  // namespace
}  // namespace fieldtwin
