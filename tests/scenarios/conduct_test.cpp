#include "scenarios/conduct.hpp"

#include <gtest/gtest.h>

#include "scenarios/fix.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

Scenario day(std::vector<std::string> overrides = {}) {
  return fix_for_replication(load_scenario("precinct", overrides).scenario, Draws(1, 0));
}

TEST(Conduct, IsAsThePolicySaysWithoutSafeguards) {
  const Scenario s = day();
  EXPECT_EQ(errors_left(s.safeguards).value(), 1.0);
  EXPECT_EQ(s.policy.documents_honoured.mean().value(), 0.4);
  EXPECT_EQ(s.policy.holds_without_call.mean().value(), 0.1);
}

TEST(Conduct, EachPreventsItsShareOfTheErrors) {
  const Scenario s = day({"safeguards.audit.share=50 %", "safeguards.audit.effect=40 %",
                          "safeguards.refresher.share=100 %", "safeguards.refresher.effect=25 %"});
  constexpr double kLeft = 0.8 * 0.75;
  EXPECT_NEAR(s.policy.documents_honoured.mean().value(), 1.0 - kLeft * 0.6, 1e-12);
  EXPECT_NEAR(s.policy.holds_without_call.mean().value(), kLeft * 0.1, 1e-12);
  EXPECT_NEAR(s.policy.releases_at_limit.mean().value(), 1.0 - kLeft * 0.7, 1e-12);
  EXPECT_NEAR(s.policy.holds_unanswered.mean().value(), kLeft * 0.3, 1e-12);
}

TEST(Conduct, IsChangedOnceHoweverOftenAsked) {
  const Scenario once = day({"safeguards.refresher.share=100 %"});
  const Scenario twice = fix_for_replication(once, Draws(1, 0));
  EXPECT_EQ(twice.policy.holds_without_call.mean(), once.policy.holds_without_call.mean());
}

TEST(Conduct, WhatAMechanismSwitchesOffStaysOff) {
  const Scenario s = day({"safeguards.refresher.share=100 %", "errors.read_as_detain=off",
                          "errors.papers_dismissed=off"});
  EXPECT_EQ(s.policy.holds_without_call.mean().value(), 0.0);
  EXPECT_EQ(s.policy.documents_honoured.mean().value(), 1.0);
}

}  // namespace
}  // namespace fieldtwin
