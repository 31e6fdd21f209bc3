/// Face and fingerprints together.

#include "agents/encounter/prints.hpp"

#include <gtest/gtest.h>

#include "agents/encounter/weigh.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

constexpr EncounterId kId{7};
const Draws kOfPrints(3, 0);

Person resident() {
  Person person{};
  person.id = PersonId{5};
  person.status = Status::kPermanentResident;
  person.record = Record{Standing::kLawful};
  return person;
}

SearchResult a_stranger() {
  return {{AppAnswer::kContactIce, ReferenceNumber{7}},
          MatchTruth::kOther,
          Record{Standing::kRemovable},
          FaceShown::kPerson,
          Likeness::kStranger};
}

SearchResult oneself() {
  return {{AppAnswer::kNoAction, ReferenceNumber{7}},
          MatchTruth::kOwn,
          Record{Standing::kLawful},
          FaceShown::kPerson,
          Likeness::kSelf};
}

Scenario with(Fusion fusion) {
  Scenario scenario = load_scenario("mobile-fortify").scenario;
  scenario.fingerprints.fusion = fusion;
  return scenario;
}

TEST(Fusion, EitherLetsThePrintsSpeakFirst) {
  const Scenario either = with(Fusion::kEither);
  const auto corrected = fused(either, a_stranger(), PrintsFound::kOwn, resident(), kOfPrints, kId);
  EXPECT_EQ(corrected.match, MatchTruth::kOwn);
  EXPECT_EQ(corrected.shown.answer, AppAnswer::kNoAction);
  const auto face = fused(either, a_stranger(), PrintsFound::kNobody, resident(), kOfPrints, kId);
  EXPECT_EQ(face.match, MatchTruth::kOther);
  const auto unusable = fused(either, a_stranger(), PrintsFound::kUnusable, resident(), kOfPrints, kId);
  EXPECT_EQ(unusable.match, MatchTruth::kOther);
}

TEST(Fusion, PrintsAloneAreAMatchWithoutAFace) {
  const auto found =
      fused(with(Fusion::kEither), std::nullopt, PrintsFound::kOwn, resident(), kOfPrints, kId);
  EXPECT_EQ(found.match, MatchTruth::kOwn);
  EXPECT_EQ(found.record->shows, Standing::kLawful);
}

TEST(Fusion, BothNeedsTheSameRecordTwice) {
  const Scenario both = with(Fusion::kBoth);
  EXPECT_EQ(fused(both, oneself(), PrintsFound::kOwn, resident(), kOfPrints, kId).match,
            MatchTruth::kOwn);
  for (const PrintsFound prints :
       {PrintsFound::kNobody, PrintsFound::kOther, PrintsFound::kNotTaken}) {
    EXPECT_EQ(fused(both, oneself(), prints, resident(), kOfPrints, kId).match, MatchTruth::kNobody);
  }
  EXPECT_EQ(fused(both, a_stranger(), PrintsFound::kOther, resident(), kOfPrints, kId).match,
            MatchTruth::kNobody);
}

TEST(Fusion, OfTheFaceAloneIgnoresPrints) {
  EXPECT_EQ(fused(with(Fusion::kFaceOnly), a_stranger(), PrintsFound::kOwn, resident(), kOfPrints, kId)
                .match,
            MatchTruth::kOther);
}

TEST(Prints, OnFileBelongToThePersonAndNotToTheEncounter) {
  const Scenario scenario = with(Fusion::kEither);
  Person person = resident();
  std::size_t on_file = 0;
  constexpr std::size_t kPeople = 4000;
  for (std::uint64_t i = 0; i < kPeople; ++i) {
    person.id = PersonId{i};
    const bool now = prints_on_file(scenario.fingerprints, person, kOfPrints);
    EXPECT_EQ(prints_on_file(scenario.fingerprints, person, Draws(3, 9)), now);
    if (now) ++on_file;
  }
  EXPECT_NEAR(static_cast<double>(on_file) / kPeople, 0.95, 0.02);
}

Stop stop_with(ShownId id, ShownPapers papers) {
  return {kId, resident(), id, papers, 0_s, 600_s};
}

TEST(Weigh, ADefinitiveMatchOutranksPapers) {
  FortifyPolicy policy{MatchWeight::kDefinitive, Probability(1.0)};
  EXPECT_EQ(weigh(policy, a_stranger(), stop_with(ShownId::kPhotoId, ShownPapers::kNone), kOfPrints),
            Weighed::kSetAside);
  EXPECT_EQ(
      weigh(policy, oneself(), stop_with(ShownId::kNone, ShownPapers::kProofOfStatus), kOfPrints),
      Weighed::kSetAside);
  EXPECT_EQ(weigh(policy, oneself(), stop_with(ShownId::kPhotoId, ShownPapers::kNone), kOfPrints),
            Weighed::kNothingAgainst);
}

TEST(Weigh, WhereDocumentsCountTheOtherNameIsSeen) {
  FortifyPolicy policy{MatchWeight::kDocumentsCount, Probability(1.0)};
  EXPECT_EQ(weigh(policy, a_stranger(), stop_with(ShownId::kPhotoId, ShownPapers::kNone), kOfPrints),
            Weighed::kNameDiffers);
  policy.sees_other_name = Probability(0.0);
  EXPECT_EQ(weigh(policy, a_stranger(),
                  stop_with(ShownId::kPhotoId, ShownPapers::kProofOfStatus), kOfPrints),
            Weighed::kPapersCount);
  EXPECT_EQ(weigh(policy, a_stranger(), stop_with(ShownId::kNone, ShownPapers::kNone), kOfPrints),
            Weighed::kNothingAgainst);
}

}  // namespace
}  // namespace fieldtwin
