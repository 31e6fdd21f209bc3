#include "scenarios/fix.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "scenarios/load.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

TEST(Fix, EntityIsFnv1a) {
  // Known answers of FNV-1a, 64 bits (Fowler, Noll, Vo).
  EXPECT_EQ(parameter_entity(""), 0xcbf29ce484222325ULL);
  EXPECT_EQ(parameter_entity("a"), 0xaf63dc4c8601ec8cULL);
  EXPECT_EQ(parameter_entity("foobar"), 0x85944171f73967e8ULL);
}

TEST(Fix, DrawsReplicationParametersAloneAndWhereTheyAreAddressed) {
  const Scenario s = load_scenario("precinct", {"devices.android={uniform: [30 %, 50 %]}",
                                                "ice.agents_day={uniform: [5, 40]}",
                                                "devices.fault={uniform: [1 %, 2 %]}"})
                         .scenario;
  const Draws draws(7, 3);
  const Scenario fixed = fix_for_replication(s, draws);
  const double u = draws.uniform(Decision::kParameter, parameter_entity("devices.android"));
  EXPECT_TRUE(fixed.devices.android.distribution().is_constant());
  EXPECT_DOUBLE_EQ(fixed.devices.android.mean().value(), 0.3 + 0.2 * u);
  const double agents = fixed.ice.agents_day.mean().value();
  EXPECT_EQ(agents, std::round(agents));
  EXPECT_GE(agents, 5.0);
  EXPECT_LE(agents, 40.0);
  EXPECT_FALSE(fixed.devices.fault.distribution().is_constant());  // drawn at each use
}

TEST(Fix, DependsOnTheReplicationAndNotOnOtherParameters) {
  const auto android = [](const std::vector<std::string>& extra, std::uint32_t replication) {
    std::vector<std::string> overrides{"devices.android={uniform: [30 %, 50 %]}"};
    overrides.insert(overrides.end(), extra.begin(), extra.end());
    return fix_for_replication(load_scenario("precinct", overrides).scenario, Draws(7, replication))
        .devices.android.mean()
        .value();
  };
  EXPECT_EQ(android({}, 3), android({"ice.agents_day={uniform: [5, 40]}"}, 3));
  EXPECT_NE(android({}, 3), android({}, 4));
}

TEST(Fix, LeavesNoReplicationParameterOpenAndChangesNothingElse) {
  const Scenario s = load_scenario("national-day").scenario;
  const Scenario fixed = fix_for_replication(s, Draws(1, 0));
  for (const Parameter& parameter : parameters()) {
    const auto* field = std::get_if<NumberField>(&parameter.field);
    if (field && parameter.drawn == Drawn::kReplication) {
      EXPECT_TRUE(number_of(*field, fixed).is_constant()) << parameter.path;
    } else {
      EXPECT_EQ(field_text(parameter, fixed), field_text(parameter, s)) << parameter.path;
    }
  }
}

}  // namespace
}  // namespace fieldtwin
