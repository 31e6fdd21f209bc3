#include "scenarios/load.hpp"

#include <gtest/gtest.h>

#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

using namespace std::chrono_literals;

TEST(Load, ReadsEveryKindOfField) {
  const Scenario s = load_scenario("national-day").scenario;
  EXPECT_EQ(s.name, "national-day");
  EXPECT_EQ(s.period.start, 2025y / 11 / 3);
  EXPECT_EQ(s.programme.officers_trained.mean().value(), 8501.0);
  EXPECT_EQ(s.sign_in.idle_limit.mean(), 15_min);
  EXPECT_EQ(s.gallery.people.mean().value(), 2e8);
  EXPECT_EQ(s.devices.android_until, 2025y / 12 / 5);
  EXPECT_EQ(s.devices.ios_from, std::nullopt);
  EXPECT_EQ(s.matcher.threshold, ThresholdPolicy::kFixedFpir);
  EXPECT_EQ(s.matcher.anchor, "frte-nec-010-kiosk");
  EXPECT_EQ(s.network.fidelity, NetworkFidelity::kFlow);
  EXPECT_EQ(s.encounters.daily_curve[0], 5.0);
  EXPECT_TRUE(s.programme.states.empty());
  EXPECT_NEAR(s.encounters.stop_length.at(0.5).value(), 600.0, 1e-6);
  EXPECT_EQ(s.people.status_weight[0].mean().value(), 49.0);
  EXPECT_EQ(s.ice.false_accept.mean().value(), 0.14);
  EXPECT_TRUE(s.faults.empty());
}

TEST(Load, AnOverlayKeepsWhatItDoesNotName) {
  const ResolvedScenario r = load_scenario_text(
      "extends: national-day\ntitle: Mine\nservice:\n  gateway: {servers: 7}\n", "dir/mine.yaml");
  EXPECT_EQ(r.scenario.name, "mine");
  EXPECT_EQ(r.scenario.title, "Mine");
  EXPECT_FALSE(r.scenario.question.empty());
  EXPECT_EQ(r.scenario.service.gateway.servers.mean().value(), 7.0);
  EXPECT_EQ(r.scenario.service.search.servers.mean().value(), 50.0);
  const Provenance& own = r.provenance.at("service.gateway.servers");
  EXPECT_EQ(own.origin, Origin::kOwn);
  EXPECT_EQ(own.file, "dir/mine.yaml");
  EXPECT_EQ(own.line, 4);
  EXPECT_EQ(own.column, 22);
  EXPECT_EQ(own.source, std::nullopt);
  EXPECT_EQ(r.provenance.at("service.search.servers").origin, Origin::kInherited);
}

TEST(Load, ProvenanceKeepsSourcesAndAssumptions) {
  const ResolvedScenario r = load_scenario("national-day");
  EXPECT_EQ(r.provenance.at("custody.detainer_limit").source,
            "8 CFR 287.7(d): no longer than 48 hours, weekends and holidays apart");
  EXPECT_EQ(r.provenance.at("custody.detainer_limit").written, "48 h");
  EXPECT_EQ(r.provenance.at("custody.detainer_limit").canonical, "2 d");
  const Provenance& p = r.provenance.at("policy.stop_limit");
  ASSERT_TRUE(p.assumption.has_value());
  EXPECT_EQ(p.assumption->range_low, "8 min");
  EXPECT_EQ(p.assumption->range_high, "1 h");
  EXPECT_FALSE(p.source.has_value());
}

TEST(Load, AnOriginAtTheHeadOfASectionHoldsForItsValues) {
  const ResolvedScenario r = load_scenario_text(
      "extends: national-day\nmatcher:\n  ethnicity_factor:\n    source: a study\n    white: 1\n"
      "    black: {value: 2, assumption: {range: [1, 3], why: a guess}}\n",
      "t.yaml");
  EXPECT_EQ(r.provenance.at("matcher.ethnicity_factor.white").source, "a study");
  EXPECT_EQ(r.provenance.at("matcher.ethnicity_factor.black").source, std::nullopt);
  EXPECT_EQ(r.provenance.at("matcher.ethnicity_factor.black").assumption->why, "a guess");
  EXPECT_TRUE(
      r.provenance.at("matcher.ethnicity_factor.asian").assumption.has_value());  // inherited
}

TEST(Load, OverridesWin) {
  const ResolvedScenario r = load_scenario(
      "precinct", {"sign_in.idle_limit=5 min", "matcher.threshold=frozen", "programme.states=[TX]",
                   "network.loss={uniform: [1 %, 2 %]}", "service.gateway={servers: 3}",
                   "faults=[{target: login, from: 1 h, until: 2 h, capacity: 0 %}]"});
  EXPECT_EQ(r.scenario.sign_in.idle_limit.mean(), 5_min);
  EXPECT_EQ(r.scenario.matcher.threshold, ThresholdPolicy::kFrozen);
  EXPECT_EQ(r.scenario.programme.states, std::vector<std::string>{"TX"});
  EXPECT_NEAR(r.scenario.network.loss.mean().value(), 0.015, 1e-12);
  EXPECT_EQ(r.scenario.service.gateway.servers.mean().value(), 3.0);
  ASSERT_EQ(r.scenario.faults.size(), 1u);
  EXPECT_EQ(r.provenance.at("sign_in.idle_limit").origin, Origin::kCommandLine);
  EXPECT_EQ(r.provenance.at("sign_in.idle_limit").written, "5 min");
  EXPECT_EQ(r.provenance.at("sign_in.idle_limit").source, std::nullopt);
}

TEST(Load, FaultsAreReadAndReplaced) {
  const std::string text =
      "extends: precinct\nfaults:\n"
      "  - {target: uplink, state: FL, from: 18 h, until: 20 h, capacity: 10 %, source: a drill}\n"
      "  - {target: ice_desk, from: 1 h, until: 90 min, capacity: 0.5}\n";
  const ResolvedScenario r = load_scenario_text(text, "t.yaml");
  ASSERT_EQ(r.scenario.faults.size(), 2u);
  EXPECT_EQ(r.scenario.faults[0].kind, FaultKind::kUplink);
  EXPECT_EQ(r.scenario.faults[0].state, "FL");
  EXPECT_EQ(r.scenario.faults[0].from, 18_h);
  EXPECT_EQ(r.scenario.faults[0].capacity.value(), 0.1);
  EXPECT_EQ(r.scenario.faults[1].kind, FaultKind::kIceDesk);
  EXPECT_EQ(r.scenario.faults[1].until, 90_min);
  EXPECT_EQ(r.provenance.at("faults.0").source, "a drill");
  const TemporaryFolder folder;
  folder.write("base.yaml", text);
  const ResolvedScenario none =
      load_scenario(folder.write("top.yaml", "extends: base.yaml\nfaults: []\n"));
  EXPECT_TRUE(none.scenario.faults.empty());
  EXPECT_FALSE(none.provenance.contains("faults.0"));
}

TEST(Load, TheSameTextGivesTheSameScenarioUnderAnotherName) {
  EXPECT_EQ(load_scenario_text("extends: precinct\nname: other-name\n", "t.yaml").scenario.name,
            "other-name");
}

}  // namespace
}  // namespace fieldtwin
