/// Training, refreshers and supervision.

#include "agents/preparation.hpp"

#include <gtest/gtest.h>

#include <array>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

Scenario trained(const std::vector<std::string>& overrides) {
  return precinct(overrides);
}

TEST(Preparation, IsOfTheOfficerInTheSharesGiven) {
  const Scenario scenario =
      trained({"training.in_training=20 %", "training.refresher_overdue=50 %"});
  std::array<double, 3> counts{};
  constexpr std::uint32_t kOfficers = 20'000;
  for (std::uint32_t i = 0; i < kOfficers; ++i) {
    counts[static_cast<std::size_t>(preparation_of(scenario, Draws(1, 0), i))] += 1.0 / kOfficers;
  }
  EXPECT_NEAR(counts[0], 0.4, 0.015);
  EXPECT_NEAR(counts[1], 0.2, 0.015);
  EXPECT_NEAR(counts[2], 0.4, 0.015);
}

TEST(Preparation, MultipliesErrorsAndNothingElse) {
  const Scenario scenario = trained({"training.in_training_factor=3", "training.supervision=50 %",
                                     "policy.holds_without_call=10 %",
                                     "policy.documents_honoured=80 %"});
  EXPECT_DOUBLE_EQ(error_factor(scenario.training, Preparation::kInTraining), 1.5);
  const KeptPolicy kept(scenario, Preparation::kInTraining);
  EXPECT_DOUBLE_EQ((*kept).holds_without_call.mean().value(), 0.15);
  EXPECT_NEAR((*kept).documents_honoured.mean().value(), 0.7, 1e-12);
  EXPECT_EQ((*kept).releases_without_call.mean(), scenario.policy.releases_without_call.mean());
  EXPECT_EQ((*kept).stop_limit.mean(), scenario.policy.stop_limit.mean());
}

TEST(Preparation, OfTheTrainedWithoutSupervisionIsThePolicyItself) {
  const Scenario scenario = trained({});
  const KeptPolicy kept(scenario, Preparation::kTrained);
  EXPECT_EQ(&*kept, &scenario.policy);
}

TEST(Preparation, OfficersInTrainingHoldMoreOftenWithoutACall) {
  const auto alone = [](const Recording& run) {
    std::size_t holds = 0;
    for (const EncounterRecord& record : run.encounters) {
      if (record.hold && record.hold->decision == HoldDecision::kOfficerAlone) ++holds;
    }
    return holds;
  };
  const std::size_t usual = alone(record_run(precinct()));
  const std::size_t learning = alone(record_run(
      precinct({"training.in_training=100 %", "training.in_training_factor=5"})));
  const std::size_t watched = alone(record_run(precinct({"training.supervision=90 %"})));
  EXPECT_GT(learning, usual);
  EXPECT_LT(watched, usual);
}

}  // namespace
}  // namespace fieldtwin
