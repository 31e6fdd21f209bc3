#include "agents/encounter/second_photo.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kTwo{"safeguards.two_photos.rule=must_agree", "matcher.fpir=30 %",
                                    "records.removable_share=60 %"};

std::vector<std::string> two(std::vector<std::string> more = {}) {
  more.insert(more.begin(), kTwo.begin(), kTwo.end());
  return more;
}

TEST(SecondPhoto, FindsEveryoneAgainByTheSearchButAStrangerByTheRule) {
  TwoPhotos rule{SecondPhoto::kMustAgree, Probability(0.4)};
  const IdentificationProbabilities second{0.7, 0.1, 0.05, 0.15};
  EXPECT_EQ(found_again(rule, second, Likeness::kSelf), 0.7);
  EXPECT_EQ(found_again(rule, second, Likeness::kTwin), 0.1);
  EXPECT_EQ(found_again(rule, second, Likeness::kRelative), 0.1);
  EXPECT_EQ(found_again(rule, second, Likeness::kNobody), 0.15);
  EXPECT_EQ(found_again(rule, second, Likeness::kStranger), 0.4);
}

TEST(SecondPhoto, ShowsAnotherFaceOnlyIfTheSameErrorIsMadeAgain) {
  const Capture& capture = load_scenario("precinct-stress").scenario.capture;
  EXPECT_EQ(same_face_probability(capture, FaceShown::kPerson), 1.0);
  EXPECT_EQ(same_face_probability(capture, FaceShown::kBystander), 0.2);
  EXPECT_EQ(same_face_probability(capture, FaceShown::kPicture), 0.5);
}

TEST(SecondPhoto, IsTakenOfEverybodyAndKeptWithTheFirst) {
  const auto one = record_run(precinct()).by_id();
  const auto both = record_run(precinct(two())).by_id();
  std::size_t photos = 0;
  for (const auto& [id, record] : both) {
    const bool sent = record.uplink.has_value();
    if (!sent) continue;
    ASSERT_EQ(count_steps(record, StepKind::kCaptured), 1u);
    ASSERT_EQ(count_steps(record, StepKind::kSecondPhoto), 1u);
    ASSERT_EQ(record.safeguards.photos, 2);
    ++photos;
  }
  EXPECT_GT(photos, 300u);
  for (const auto& [id, record] : one) ASSERT_EQ(record.safeguards.photos, 1);
}

TEST(SecondPhoto, WithoutAgreementThereIsNoAction) {
  const auto run = record_run(precinct(two({"safeguards.two_photos.same_stranger=0 %",
                                            "capture.several_faces=0 %", "capture.spoofed=0 %",
                                            "ice.wrong_reference=0 %", "period.days=4"})));
  std::size_t disagreed = 0;
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.safeguards.photos_disagreed,
              find_step(record, StepKind::kPhotosDisagree) != nullptr);
    if (record.safeguards.photos_disagreed) {
      ++disagreed;
      ASSERT_NE(record.app_answer, AppAnswer::kContactIce);
    }
    if (record.evidence.candidate == Likeness::kStranger) {
      ASSERT_NE(record.app_answer, AppAnswer::kContactIce);
    }
  }
  EXPECT_GT(disagreed, 50u);
}

TEST(SecondPhoto, AgreesAsOftenAsTheRuleSays) {
  const auto run = record_run(precinct(two({"safeguards.two_photos.same_stranger=30 %",
                                            "capture.several_faces=0 %", "capture.spoofed=0 %",
                                            "period.days=20"})));
  double agreed = 0, all = 0;
  for (const auto& record : run.encounters) {
    const bool removable = record.evidence.found_record == Standing::kRemovable;
    if (record.evidence.candidate != Likeness::kStranger || !removable) continue;
    all += 1.0;
    agreed += record.safeguards.photos_disagreed ? 0.0 : 1.0;
  }
  ASSERT_GT(all, 300.0);
  EXPECT_NEAR(agreed / all, 0.3, 5.0 * std::sqrt(0.3 * 0.7 / all));
}

}  // namespace
}  // namespace fieldtwin
