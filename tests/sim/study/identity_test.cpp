#include "sim/study/identity.hpp"

#include <gmock/gmock.h>

namespace fieldtwin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

StudyIdentity identity(const ResolvedScenario& scenario) {
  return identity_of(scenario, 1, RecordLevel::kCases);
}

TEST(Identity, IsTheSameForTheSameValuesWrittenOtherwise) {
  const auto minutes = load_scenario("precinct", {"sign_in.idle_limit=5 min"});
  const auto seconds = load_scenario("precinct", {"sign_in.idle_limit=300 s"});
  EXPECT_EQ(identity(minutes), identity(seconds));
  EXPECT_THAT(differences(minutes, seconds), IsEmpty());
}

TEST(Identity, ChangesWithAValue) {
  const auto base = load_scenario("precinct");
  const auto changed = load_scenario("precinct", {"sign_in.idle_limit=5 min"});
  EXPECT_NE(identity(base).scenario_hash, identity(changed).scenario_hash);
  EXPECT_THAT(differences(base, changed),
              ElementsAre("sign_in.idle_limit: 15 min there, 5 min here"));
}

TEST(Identity, ChangesWithARowOfATable) {
  const auto base = load_scenario("precinct");
  auto changed = base;
  changed.scenario.tables.states[3].rural += 1e-12;
  EXPECT_NE(identity(base).scenario_hash, identity(changed).scenario_hash);
  EXPECT_EQ(differences(base, changed).size(), 1u);
}

TEST(Identity, ChangesWithAWaveOfTraining) {
  const auto base = load_scenario("precinct");
  auto one = base, another = base;
  one.scenario.tables.waves = {{{std::chrono::year{2025}, std::chrono::month{11}, std::chrono::day{15}}, 100.0}};
  another.scenario.tables.waves = one.scenario.tables.waves;
  another.scenario.tables.waves.front().officers += 1.0;
  EXPECT_NE(identity(base).scenario_hash, identity(one).scenario_hash);
  EXPECT_NE(identity(one).scenario_hash, identity(another).scenario_hash);
}

TEST(Identity, ChangesWithTheAnchorInUseAndNoOther) {
  const auto base = load_scenario("precinct");
  auto other = base, own = base;
  for (auto& row : other.scenario.tables.anchors) {
    if (row.name == "frte-best-border") row.people += 1.0;
  }
  for (auto& row : own.scenario.tables.anchors) {
    if (row.name == base.scenario.matcher.anchor) row.people += 1.0;
  }
  EXPECT_EQ(identity(base).scenario_hash, identity(other).scenario_hash);
  EXPECT_NE(identity(base).scenario_hash, identity(own).scenario_hash);
}

TEST(Identity, HoldsSeedRecordAndVersion) {
  const auto base = load_scenario("precinct");
  const auto made = identity_of(base, 42, RecordLevel::kAll);
  EXPECT_EQ(made.seed, 42u);
  EXPECT_EQ(made.record, "all");
  EXPECT_EQ(made.version, program_version());
  EXPECT_EQ(made.scenario, "precinct");
  EXPECT_EQ(made.start.size(), 10u);
}

}  // namespace
}  // namespace fieldtwin
