#include "matcher/faces/face_matcher.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "matcher/faces/modelled_faces.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

/// Faces on a line: a person's template is their number, a capture is off by the drawn quality.
class FacesOnALine final : public FaceSource {
 public:
  std::size_t dimension() const override { return 16; }
  SeenFace enrolled(const FacePerson& person, std::uint16_t) override {
    return {Probability(1.0), at(static_cast<float>(person.id))};
  }
  SeenFace captured(const FacePerson& person, EncounterPicture picture, Probability drawn,
                    const Draws&) override {
    if (picture.number == kFaceless) return {};
    return {drawn, at(static_cast<float>(person.id) + static_cast<float>(drawn.value()))};
  }
  static constexpr std::uint16_t kFaceless = 9;

 private:
  std::vector<float> at(float x) const {
    std::vector<float> values(dimension(), 0.0F);
    values[0] = x;
    return values;
  }
};

MatcherParameters parameters() {
  return load_scenario("precinct", {"matcher.distance=0.4"}).scenario.matcher;
}

class OnALine : public testing::Test {
 protected:
  /// People 10 and 11 are in the gallery.
  OnALine()
      : gallery(gallery_of({{10, {}, {}, 40}, {11, {}, {}, 40}}, 1, 0.4F, faces)),
        matcher(faces, gallery, parameters(), 1) {}

  static Probe probe(std::uint64_t person, double quality, Enrolment enrolment) {
    return {Ethnicity::kWhite, Sex::kMale, enrolment, Probability(quality), Kin::kNone, person};
  }
  FacesOnALine faces;
  std::shared_ptr<const Identifier> gallery;
  FaceMatcher matcher;
  Draws draws{1, 0};
};

TEST_F(OnALine, TheNearestWithinTheThresholdIsReturned) {
  const auto own = matcher.identify(probe(5, 0.3, Enrolment::kEnrolled), 1, draws).candidate;
  ASSERT_TRUE(own);
  EXPECT_EQ(own->whose, Candidate::Whose::kOwn);
  EXPECT_NEAR(own->score, 0.7, 1e-6);
  EXPECT_FALSE(matcher.identify(probe(5, 0.5, Enrolment::kEnrolled), 2, draws).candidate);
  EXPECT_FALSE(matcher.identify(probe(5, 0.3, Enrolment::kNotEnrolled), 3, draws).candidate);
  const auto other = matcher.identify(probe(9, 0.8, Enrolment::kEnrolled), 4, draws).candidate;
  ASSERT_TRUE(other);
  EXPECT_EQ(other->whose, Candidate::Whose::kOther);
  EXPECT_EQ(other->person, 10u);
}

TEST_F(OnALine, WhoIsInTheGalleryIsNoStrangerToThemselves) {
  EXPECT_FALSE(matcher.identify(probe(10, 0.3, Enrolment::kNotEnrolled), 1, draws).candidate);
}

TEST_F(OnALine, APictureWithoutAFaceHasNoQualityAndFindsNobody) {
  Probe faceless = probe(10, 0.1, Enrolment::kEnrolled);
  faceless.picture = FacesOnALine::kFaceless;
  EXPECT_FALSE(matcher.quality_of(faceless, 1, draws));
  EXPECT_FALSE(matcher.identify(faceless, 1, draws).candidate);
}

TEST_F(OnALine, TwoPicturesOfOneFaceMayReturnTheSameStranger) {
  Probe again = probe(9, 0.7, Enrolment::kNotEnrolled);
  again.picture = 1;
  const Probe first = probe(9, 0.8, Enrolment::kNotEnrolled);
  EXPECT_EQ(matcher.same_stranger(first, again, 1, draws), true);
  again = probe(9, 0.1, Enrolment::kNotEnrolled);
  again.picture = 2;
  EXPECT_EQ(matcher.same_stranger(first, again, 1, draws), false);
}

TEST(FaceMatcher, ItsLawIsWhatItReturns) {
  MatcherParameters some = parameters();
  some.false_match_scale = Varying<Count>(Count(0.4));
  some.miss_scale = Varying<Count>(Count(0.3));
  some.relative_match = Varying<Probability>(Probability(0.2));
  FacesOnALine faces;
  const auto gallery = gallery_of({{10, {}, {}, 40}}, 1, 0.4F, faces);
  const Draws draws(1, 0);
  for (const double quality : {0.1, 0.35, 0.5, 0.8}) {
    for (const std::uint64_t person : {5U, 9U}) {
      for (const Enrolment enrolment : {Enrolment::kNotEnrolled, Enrolment::kEnrolled}) {
        for (const Kin kin : {Kin::kNone, Kin::kRelative}) {
          const FaceMatcher matcher(faces, gallery, some, 1);
          const Probe probe{Ethnicity::kWhite, Sex::kMale, enrolment,
                            Probability(quality), kin, person};
          const auto law = matcher.probabilities(probe, 0, draws);
          EXPECT_NEAR(law.own + law.kin + law.other + law.nobody, 1.0, 1e-12);
          std::array<double, 4> counts{};
          constexpr int kSearches = 4000;
          for (std::uint64_t id = 0; id < kSearches; ++id) {
            const auto found = matcher.identify(probe, id, draws).candidate;
            ++counts[found ? static_cast<std::size_t>(found->whose) : 3];
          }
          const std::array<double, 4> expected{law.own, law.other, law.kin, law.nobody};
          for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_NEAR(counts[i] / kSearches, expected[i],
                        4.5 * std::sqrt(expected[i] * (1.0 - expected[i]) / kSearches) + 1e-12);
          }
        }
      }
    }
  }
}

}  // namespace
}  // namespace fieldtwin
