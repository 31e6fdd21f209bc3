#include "metrics/report/scenario_facts.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(ScenarioFacts, GiveEveryParameterAndTheAgenciesOfTheFirstDay) {
  const ResolvedScenario scenario = load_scenario("national-day");
  const ScenarioFacts facts = facts_of(scenario);
  EXPECT_EQ(facts.start, "2025-11-03");
  EXPECT_EQ(facts.parameters.size(), scenario.provenance.size());
  double agreements = 0.0;
  std::size_t states = 0;
  for (const StateFacts& state : facts.states) {
    agreements += state.agreements;
    states += state.agreements > 0.0;
  }
  EXPECT_EQ(states, 34u);
  EXPECT_GT(agreements, 400.0);
  EXPECT_LT(agreements, 2000.0);
}

}  // namespace
}  // namespace fieldtwin
