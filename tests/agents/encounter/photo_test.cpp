#include "agents/encounter/photo.hpp"

#include <gtest/gtest.h>

#include "agents/field_matcher.hpp"
#include "agents/probe_weights.hpp"
#include "recorded_run.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

TEST(MinimumQuality, IsKeptByEveryPhotoThatIsSent) {
  for (const char* rule : {"none", "must_agree"}) {
    const auto run =
        record_run(precinct({"safeguards.minimum_quality=55 %",
                             std::string("safeguards.two_photos.rule=") + rule}));
    std::size_t poor = 0, gave_up = 0;
    for (const auto& record : run.encounters) {
      for (const Step& step : record.steps) {
        if (step.kind == StepKind::kCaptured || step.kind == StepKind::kSecondPhoto) {
          ASSERT_GE(step.value, 0.55);
        }
        if (step.kind == StepKind::kTooPoor) {
          ASSERT_LT(step.value, 0.55);
          ++poor;
        }
      }
      const bool none = record.outcome == ScanOutcome::kNoCapture;
      if (none && find_step(record, StepKind::kTooPoor)) ++gave_up;
    }
    EXPECT_GT(poor, 100u);
    EXPECT_GT(gave_up, 5u);
  }
}

TEST(MinimumQuality, LeavesGoodPhotosAsTheyWere) {
  const auto base = record_run(precinct()).by_id();
  const auto other = record_run(precinct({"safeguards.minimum_quality=40 %"})).by_id();
  std::size_t same = 0;
  for (const auto& [id, record] : base) {
    const Step* const photo = find_step(record, StepKind::kCaptured);
    const auto found = other.find(id);
    if (photo == nullptr || photo->value < 0.4 || found == other.end()) continue;
    const Step* const again = find_step(found->second, StepKind::kCaptured);
    if (again == nullptr) continue;
    ASSERT_EQ(again->value, photo->value);
    ++same;
  }
  EXPECT_GT(same, 200u);
}

TEST(MinimumQuality, TheAcceptedPhotoIsTheOneThatWasTaken) {
  const Scenario scenario =
      precinct({"safeguards.minimum_quality=60 %", "safeguards.two_photos.rule=must_agree"});
  const Draws draws(1, 0);
  const Scenario fixed = fix_for_replication(scenario, draws);
  const Population population(fixed, draws.across_replications());
  const Roster roster(fixed, draws);
  const auto matcher =
      make_matcher(fixed, probe_mix(fixed, roster, population), nullptr, nullptr);
  for (const auto& record : record_run(scenario).encounters) {
    const Subject subject = own_face(population, population.person(PersonId{0}));  // whoever
    const Taking taking{fixed, *matcher, draws, record.id};
    const Step* const first = find_step(record, StepKind::kCaptured);
    const Step* const second = find_step(record, StepKind::kSecondPhoto);
    if (first != nullptr) {
      ASSERT_EQ(first->value, accepted_picture(taking, subject, Shot::kFirst).quality.value());
    }
    if (second != nullptr) {
      ASSERT_EQ(second->value, accepted_picture(taking, subject, Shot::kSecond).quality.value());
    }
  }
}

TEST(Retention, OfNothingMeansThatThePhotoIsNotKept) {
  const auto base = record_run(precinct()).by_id();
  std::size_t nobody = 0, somebody = 0;
  for (const auto& record : record_run(precinct({"storage.retention_no_match=0 s"})).encounters) {
    if (!record.match) continue;
    const bool none = record.match_truth == MatchTruth::kNobody;
    ASSERT_EQ(record.photo_stored, !none);
    ASSERT_EQ(find_step(record, StepKind::kPhotoStored) != nullptr, !none);
    ASSERT_TRUE(base.at(record.id).photo_stored);
    (none ? nobody : somebody) += 1;
  }
  EXPECT_GT(nobody, 50u);
  EXPECT_GT(somebody, 50u);
}

}  // namespace
}  // namespace fieldtwin
