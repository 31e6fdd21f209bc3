#include "scenarios/describe/resolved.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "scenarios/fault_register.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

std::string resolved_text(const ResolvedScenario& resolved) {
  std::ostringstream out;
  write_resolved(resolved, out);
  return out.str();
}

void expect_round_trip(const ResolvedScenario& once) {
  const std::string text = resolved_text(once);
  const ResolvedScenario again = load_scenario_text(text, "elsewhere/resolved.yaml");
  const Scenario& a = once.scenario;
  const Scenario& b = again.scenario;
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.title, b.title);
  EXPECT_EQ(a.question, b.question);
  EXPECT_EQ(a.description, b.description);
  for (const Parameter& parameter : parameters()) {
    if (!parameter.applies_to(a)) continue;
    EXPECT_EQ(field_text(parameter, a), field_text(parameter, b)) << parameter.path;
    if (const auto* number = std::get_if<NumberField>(&parameter.field)) {
      for (const double u : {0.01, 0.5, 0.99})
        EXPECT_EQ(number_of(*number, a).quantile(u), number_of(*number, b).quantile(u))
            << parameter.path;
    }
    const Provenance& p = once.provenance.at(parameter.path);
    const Provenance& q = again.provenance.at(parameter.path);
    EXPECT_EQ(p.assumption.has_value(), q.assumption.has_value()) << parameter.path;
    if (p.origin != Origin::kCommandLine) {
      EXPECT_EQ(p.source, q.source) << parameter.path;
    }
    if (p.assumption && q.assumption) {
      EXPECT_EQ(p.assumption->why, q.assumption->why);
      EXPECT_EQ(p.assumption->range_low, q.assumption->range_low);
      EXPECT_EQ(p.assumption->range_high, q.assumption->range_high);
    }
  }
  ASSERT_EQ(a.faults.size(), b.faults.size());
  for (std::size_t i = 0; i < a.faults.size(); ++i) {
    EXPECT_EQ(fault_text(a.faults[i]), fault_text(b.faults[i]));
    EXPECT_EQ(a.faults[i].kind, b.faults[i].kind);
    EXPECT_EQ(a.faults[i].state, b.faults[i].state);
    EXPECT_EQ(a.faults[i].from, b.faults[i].from);
    EXPECT_EQ(a.faults[i].until, b.faults[i].until);
    EXPECT_EQ(a.faults[i].capacity, b.faults[i].capacity);
  }
  EXPECT_EQ(a.tables.states.size(), b.tables.states.size());
  EXPECT_EQ(resolved_text(again), text);
}

TEST(Resolved, ReadsBackAsTheSameScenario) {
  for (const std::string& name : shipped_scenarios(default_data_root()))
    expect_round_trip(load_scenario(name));
}

TEST(Resolved, KeepsWhatTheCommandLineSet) {
  const ResolvedScenario once = load_scenario(
      "precinct",
      {"sign_in.idle_limit=0.1 min", "gallery.people=1.2 billion", "ice.retry=33.333 %",
       "ice.patience={mixture: [[0.3, {gamma: {mean: 1.7 min, sd: 11 s}}], [0.7, 1 ms]]}",
       "faults=[{target: uplink, state: FL, from: 1 h, until: 2 h, capacity: 12.5 %, source: 'a: "
       "\"b\" #c'}]"});
  expect_round_trip(once);
  EXPECT_NE(resolved_text(once).find("idle_limit: {value: 6 s, source: set on the command line}"),
            std::string::npos);
}

TEST(Resolved, KeepsOddText) {
  expect_round_trip(
      load_scenario_text("extends: precinct\ntitle: \"a: 'b' \\\"c\\\" # d \\\\ "
                         "\\t\"\ndescription: |\n  two\n  lines\nquestion: \"- ?\"\n",
                         "t.yaml"));
}

}  // namespace
}  // namespace fieldtwin
