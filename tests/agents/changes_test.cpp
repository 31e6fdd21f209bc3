/// Parameters that change in the middle of the period.

#include <gtest/gtest.h>

#include <algorithm>

#include "agents/replication.hpp"
#include "knobs.hpp"
#include "recorded_run.hpp"
#include "scenarios/changeable.hpp"
#include "scenarios/load.hpp"
#include "scenarios/registry.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

/// A busy precinct of three states in which every part matters.
std::vector<std::string> busy() {
  return test_scenario();
}

Scenario with(std::vector<std::string> overrides, const std::vector<std::string>& more) {
  overrides.insert(overrides.end(), more.begin(), more.end());
  return precinct(overrides);
}

std::string fingerprint(const Scenario& scenario) {
  return simulate_replication(scenario, 1, 0, RecordLevel::kNone).fingerprint.hex();
}

/// Everything that happened before a time, as numbers.
std::vector<double> happened_before(const Recording& run, Seconds time) {
  std::vector<double> out;
  for (const auto& [id, record] : run.by_id()) {
    for (const Step& step : record.steps) {
      if (step.time >= time) break;
      out.insert(out.end(), {static_cast<double>(id), static_cast<double>(record.person),
                             static_cast<double>(index_of(step.kind)), step.time.value(),
                             step.value});
    }
  }
  for (const auto& call : run.calls) {
    if (call.began + call.waited >= time) continue;
    out.insert(out.end(), {call.began.value(), call.waited.value(), index_of(call.about) * 1.0,
                           index_of(call.end) * 1.0});
  }
  for (const auto& desk : run.desk_states) {
    if (desk.time >= time) break;
    out.insert(out.end(), {desk.time.value(), desk.state.agents * 1.0, desk.state.busy * 1.0,
                           desk.state.waiting * 1.0});
  }
  return out;
}

class Change : public testing::TestWithParam<std::string> {};

/// No parameter is without effect in the middle of the period, unless it is refused, and none has
/// an effect on what was before. A new parameter that the model reads only at its start belongs
/// into scenarios/changeable.cpp.
TEST_P(Change, MovesWhatComesAfterAndNothingBefore) {
  const auto& all = parameters();
  const Parameter& parameter = *std::ranges::find(all, GetParam(), &Parameter::path);
  const std::string change = GetParam() + "@10 h=" + parameter.probe;
  if (why_fixed(GetParam())) {
    EXPECT_THROW(with(busy(), {change}), ScenarioErrors);
    return;
  }
  auto base_overrides = busy();
  for (const auto& condition : conditions_for(GetParam())) base_overrides.push_back(condition);
  const auto base = with(base_overrides, {});
  const auto branch = with(base_overrides, {change});
  const Recording before = record_run(base), after = record_run(branch);
  EXPECT_EQ(happened_before(before, 10_h), happened_before(after, 10_h));
  // Rare things may take some replications, and a retention shows in the totals alone.
  bool moved = false;
  for (std::uint32_t replication = 0; replication < 8 && !moved; ++replication) {
    const auto a = simulate_replication(base, 1, replication, RecordLevel::kNone);
    const auto b = simulate_replication(branch, 1, replication, RecordLevel::kNone);
    moved = a.fingerprint != b.fingerprint || a.totals != b.totals;
  }
  EXPECT_TRUE(moved) << change << " changes nothing";
}

std::vector<std::string> paths_of_one_system() {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters()) {
    // Other systems' parameters are read at each use too, in scenarios that are not the precinct.
    if (parameter.systems.contains(SystemKind::kMobileIdentify)) paths.push_back(parameter.path);
  }
  return paths;
}

INSTANTIATE_TEST_SUITE_P(OfParameter, Change, testing::ValuesIn(paths_of_one_system()),
                         [](const testing::TestParamInfo<std::string>& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '.', '_');
                           return name;
                         });

TEST(Changes, ToTheSameValueChangeNothing) {
  EXPECT_EQ(fingerprint(with(busy(), {"ice.agents_day@10 h=2", "matcher.fpir@12 h=10 %", "ice.other_calls_per_day@3 h=300"})),
            fingerprint(with(busy(), {})));
}

TEST(Changes, AtTheStartAreTheParameter) {
  const std::vector<std::string> changed{"ice.agents_day", "capture.usable", "matcher.fpir",
                                         "people.minimum_age", "programme.officers_trained"};
  const std::vector<std::string> values{"5", "20 %", "1 %", "40", "70"};
  for (std::size_t i = 0; i < changed.size(); ++i) {
    const auto from_start = load_scenario("precinct", {changed[i] + "@0 s=" + values[i]});
    const auto set = load_scenario("precinct", {changed[i] + "=" + values[i]});
    EXPECT_TRUE(from_start.scenario.changes.empty());
    EXPECT_EQ(from_start.provenance.at(changed[i]).canonical, set.provenance.at(changed[i]).canonical);
    EXPECT_EQ(fingerprint(with({}, {changed[i] + "@0 s=" + values[i], "network.fidelity=delay"})),
              fingerprint(with({}, {changed[i] + "=" + values[i], "network.fidelity=delay"})));
  }
}

TEST(Changes, OfTheAgentsAreAFaultOfTheDesk) {
  // 16 agents all day, of whom a walk-out from 10:00 leaves a quarter for good.
  const std::vector<std::string> many{"ice.agents_day=16", "ice.agents_evening=16",
                                      "ice.agents_night=16"};
  auto base = busy();
  base.insert(base.end(), many.begin(), many.end());
  const auto changed = with(base, {"ice.agents_day@10 h=4", "ice.agents_evening@10 h=4",
                                   "ice.agents_night@10 h=4"});
  const auto fault =
      with(base, {"faults=[{target: ice_desk, from: 10 h, until: 1000 h, capacity: 25 %}]"});
  EXPECT_EQ(fingerprint(changed), fingerprint(fault));
  EXPECT_NE(fingerprint(changed), fingerprint(with(base, {})));
}

TEST(Changes, OfTheServersAreAFaultOfTheService) {
  auto base = busy();
  base.insert(base.end(), {"service.gateway.servers=8", "service.extraction.servers=8",
                           "service.search.servers=8"});
  const auto changed = with(base, {"service.gateway.servers@10 h=2",
                                   "service.extraction.servers@10 h=2",
                                   "service.search.servers@10 h=2"});
  const auto fault =
      with(base, {"faults=[{target: service, from: 10 h, until: 1000 h, capacity: 25 %}]"});
  EXPECT_EQ(fingerprint(changed), fingerprint(fault));
}

TEST(Changes, FollowOneAnother) {
  const auto back = with(busy(), {"policy.stop_limit@10 h=1 min", "policy.stop_limit@10.001 h=20 min",
                                  "policy.stop_limit=20 min"});
  ASSERT_EQ(back.epochs.size(), 2u);
  EXPECT_EQ(back.epochs[0].scenario->policy.stop_limit.mean(), 60.0 * Seconds(1.0));
  EXPECT_EQ(back.epochs[1].scenario->policy.stop_limit.mean(), 1200.0 * Seconds(1.0));
}

TEST(Changes, WithFlowsMoveNothingBefore) {
  const std::vector<std::string> flow{"network.fidelity=flow", "network.cell_capacity=20 kbit/s"};
  auto branch = flow;
  branch.push_back("capture.image_size@10 h=4 MB");
  const auto a = in_child([&] { return happened_before(record_run(with(busy(), flow)), 10_h); });
  const auto b = in_child([&] { return happened_before(record_run(with(busy(), branch)), 10_h); });
  EXPECT_GT(a.size(), 1000u);
  EXPECT_EQ(a, b);
}

}  // namespace
}  // namespace fieldtwin
