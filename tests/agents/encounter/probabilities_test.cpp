/// What is drawn follows the probabilities that are told.

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "agents/encounter/action.hpp"
#include "agents/encounter/review.hpp"
#include "agents/encounter/subject.hpp"
#include "scenarios/load.hpp"
#include "somebody.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint64_t kMany = 40'000;
const Draws kDraws(3, 0);

/// Within five standard deviations.
void expect_share(double part, double probability) {
  const double sd = std::sqrt(probability * (1.0 - probability) / kMany);
  EXPECT_NEAR(part / kMany, probability, 5.0 * sd + 1e-12);
}

const Scenario& stress() {
  static const Scenario scenario = load_scenario("precinct-stress").scenario;
  return scenario;
}

TEST(ActionProbabilities, AreThoseOfTheDraws) {
  for (const AppAnswer answer : {AppAnswer::kNoAction, AppAnswer::kContactIce}) {
    for (const ShownPapers papers : {ShownPapers::kNone, ShownPapers::kProofOfStatus}) {
      const OfficerBelief belief{{answer, {1}}, papers};
      const ActionProbabilities told = action_probabilities(stress().policy, belief);
      EXPECT_NEAR(told.release + told.honour_documents + told.hold + told.call, 1.0, 1e-12);
      std::array<double, 4> seen{};
      for (std::uint64_t id = 0; id < kMany; ++id) {
        ++seen[static_cast<std::size_t>(
            decide_action(stress().policy, belief, kDraws, EncounterId{id}))];
      }
      expect_share(seen[0], told.release);
      expect_share(seen[1], told.honour_documents);
      expect_share(seen[2], told.hold);
      expect_share(seen[3], told.call);
    }
  }
}

TEST(FaceProbabilities, AreThoseOfTheDraws) {
  const Capture& parameters = stress().capture;
  const FaceProbabilities told = face_probabilities(parameters);
  EXPECT_NEAR(told.person + told.bystander + told.picture, 1.0, 1e-12);
  const Population population(stress(), kDraws.across_replications());
  std::array<double, 3> seen{};
  for (std::uint64_t id = 0; id < kMany; ++id) {
    const Subject subject = subject_of(parameters, population, a_citizen(), kDraws, id);
    ++seen[index_of(subject.face)];
    ASSERT_EQ(subject.face == FaceShown::kPerson, subject.person.id == a_citizen().id);
  }
  expect_share(seen[0], told.person);
  expect_share(seen[1], told.bystander);
  expect_share(seen[2], told.picture);
}

TEST(RecordFound, ShowsNoStatusAsOftenAsTold) {
  Subject subject{FaceShown::kPerson, a_citizen(), Kin::kTwin};
  for (const Status status : {Status::kUsBorn, Status::kUnauthorised}) {
    subject.person.status = status;
    for (const Likeness candidate : {Likeness::kNobody, Likeness::kSelf, Likeness::kTwin,
                                     Likeness::kRelative, Likeness::kStranger}) {
      double removable = 0.0;
      for (std::uint64_t id = 0; id < kMany; ++id) {
        const auto record =
            record_found(stress().records, subject, candidate, kDraws, EncounterId{id});
        if (record && record->shows == Standing::kRemovable) ++removable;
      }
      expect_share(removable, shows_removable_probability(stress().records, subject, candidate));
    }
  }
}

TEST(ReviewProbabilities, AreThoseOfTheDraws) {
  const Scenario& scenario = stress();
  for (const Standing truth : {Standing::kCitizen, Standing::kRemovable}) {
    for (const Standing shows : {Standing::kLawful, Standing::kRemovable}) {
      for (const Likeness candidate :
           {Likeness::kNobody, Likeness::kSelf, Likeness::kTwin, Likeness::kStranger}) {
        for (const FaceShown face : {FaceShown::kPerson, FaceShown::kBystander}) {
          SearchResult result{{AppAnswer::kContactIce, {1}},
                              match_truth_of(face, candidate),
                              Record{shows},
                              face,
                              candidate};
          if (candidate == Likeness::kNobody) result.record.reset();
          const ReviewProbabilities told =
              review_probabilities(scenario.ice, scenario.records, result, truth);
          double right = 0.0;
          double anothers = 0.0;
          for (std::uint64_t id = 0; id < kMany; ++id) {
            const Review seen =
                review(scenario.ice, scenario.records, result, truth, kDraws, EncounterId{id});
            if (verdict_of(seen.belief) != Verdict::kHold) continue;
            ++(seen.file == File::kRight ? right : anothers);
          }
          expect_share(right, told.hold_right_file);
          expect_share(anothers, told.hold_anothers_file);
        }
      }
    }
  }
}

}  // namespace
}  // namespace fieldtwin
