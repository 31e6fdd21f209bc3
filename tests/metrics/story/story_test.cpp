#include "metrics/story/story.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>

#include "hand_made_story.hpp"

namespace fieldtwin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Story tell(const EncounterRecord& record) {
  return tell_story(record, {{2, record.id}, "small", 7, "Texas", [](Seconds time) {
                               return fmt::format("2025-11-03 {}", time.value());
                             }});
}

std::vector<std::string_view> parameters(const EncounterRecord& record) {
  std::vector<std::string_view> names;
  for (const WayOut& way : tell(record).ways_out) names.push_back(way.parameter);
  return names;
}

TEST(Story, TellsEveryStepOnceInOrder) {
  const EncounterRecord record = false_accept();
  const Story story = tell(record);
  ASSERT_EQ(story.steps.size(), record.steps.size());
  for (std::size_t i = 0; i < story.steps.size(); ++i) {
    EXPECT_EQ(story.steps[i].step.kind, record.steps[i].kind);
    EXPECT_EQ(story.steps[i].elapsed, record.steps[i].time - record.stopped);
    EXPECT_EQ(story.steps[i].clock, fmt::format("2025-11-03 {}", record.steps[i].time.value()));
    EXPECT_FALSE(story.steps[i].what.empty());
  }
}

TEST(Story, EveryKindOfStepHasWordsOfItsOwn) {
  const EncounterRecord record = false_accept();
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kStepKinds; ++i) {
    const StoryStep told = told_step(record, {Seconds(0.0), static_cast<StepKind>(i), 1.0});
    words.push_back(std::string(told.who) + " " + told.what);
  }
  std::ranges::sort(words);
  EXPECT_EQ(std::ranges::adjacent_find(words), words.end());
}

TEST(Story, NamesTheKindsOfHarm) {
  EXPECT_THAT(tell(false_accept()).kinds, ElementsAre("us_citizen", "false_match", "prolonged"));
  EXPECT_THAT(tell(plain_scan(1)).kinds, IsEmpty());
  EXPECT_THAT(tell(plain_scan(1)).ways_out, IsEmpty());
}

TEST(Story, KeepsTruthAndBeliefApart) {
  const Story story = tell(false_accept());
  EXPECT_THAT(story.truths.back().what, HasSubstr("somebody else's record"));
  const auto held = std::ranges::find(story.steps, StepKind::kIceHold,
                                      [](const StoryStep& step) { return step.step.kind; });
  ASSERT_NE(held, story.steps.end());
  ASSERT_EQ(held->comes_to_hold.size(), 2u);
  EXPECT_EQ(held->comes_to_hold[0].what,
            "the candidate is the person stopped, and has no lawful status");
}

TEST(Story, FalseMatchCouldHaveBeenStoppedByThese) {
  EXPECT_THAT(parameters(false_accept()),
              UnorderedElementsAre("policy.releases_at_limit", "ice.agents_day", "matcher.fpir",
                                   "policy.documents_honoured", "ice.false_accept",
                                   "custody.fingerprints_correct", "custody.wrongful_hold"));
  EncounterRecord enrolled = false_accept();
  enrolled.enrolled = true;
  EXPECT_THAT(parameters(enrolled), testing::Contains("capture.quality"));
}

TEST(Story, WrongRecordCouldHaveBeenStoppedByThese) {
  EncounterRecord record =
      held_scan(3, Status::kUsBorn, HoldOrigin::kWrongRecord, HoldDecision::kAgent, 5.0);
  record.hold->end = HoldEnd::kMistakeFound;
  record.evidence.own_record = Standing::kRemovable;
  record.evidence.found_record = Standing::kRemovable;
  record.evidence.agent_saw_same_person = true;
  record.evidence.agent_took_standing = Standing::kRemovable;
  EXPECT_THAT(parameters(record),
              UnorderedElementsAre("records.wrong", "ice.finds_standing", "custody.wrongful_hold"));
  record.hold->decision = HoldDecision::kOfficerAlone;
  record.evidence.showed_id = true;
  EXPECT_THAT(parameters(record),
              UnorderedElementsAre("records.wrong", "policy.holds_without_call",
                                   "encounters.scan_with_id", "custody.wrongful_hold"));
}

TEST(Story, AnotherFaceCouldHaveBeenStoppedByThese) {
  EncounterRecord record =
      held_scan(3, Status::kUsBorn, HoldOrigin::kOtherFace, HoldDecision::kAgent, 5.0);
  record.match_truth = MatchTruth::kOther;
  record.evidence.face = FaceShown::kBystander;
  record.evidence.candidate = Likeness::kSelf;
  record.hold->end = HoldEnd::kMistakeFound;
  EXPECT_THAT(parameters(record),
              UnorderedElementsAre("capture.wrong_face", "custody.fingerprints_correct",
                                   "custody.wrongful_hold"));
  EXPECT_THAT(tell(record).truths[2].what, HasSubstr("somebody else, who was in the frame"));
  record.evidence.face = FaceShown::kPicture;
  EXPECT_THAT(parameters(record),
              testing::IsSupersetOf({"capture.spoofed", "capture.spoof_detected"}));
}

TEST(Story, AWrongFileAndWhatWasNotEnteredAreTold) {
  EncounterRecord record =
      held_scan(3, Status::kUsBorn, HoldOrigin::kOtherFile, HoldDecision::kAgent, 5.0);
  record.evidence.agent_had_wrong_file = true;
  record.evidence.release_not_entered = true;
  record.evidence.record_left_wrong = true;
  record.hold->end = HoldEnd::kFingerprints;
  EXPECT_THAT(parameters(record),
              UnorderedElementsAre("ice.wrong_reference", "custody.release_unentered",
                                   "custody.fingerprints_correct"));
  EXPECT_THAT(tell(record).truths.back().what, HasSubstr("stays wrong"));
}

TEST(Story, NobodyFoundAndNobodyAnsweredCouldHaveBeenStoppedByThese) {
  EncounterRecord record = held_scan(3, Status::kPermanentResident, HoldOrigin::kNoMatch,
                                     HoldDecision::kOfficerUnanswered, 5.0);
  record.match_truth = MatchTruth::kNobody;
  record.call_waits = {Seconds(60.0)};
  record.hold->end = HoldEnd::kMistakeFound;
  EXPECT_THAT(parameters(record),
              UnorderedElementsAre("service.no_match_answer", "policy.holds_unanswered",
                                   "ice.agents_day", "custody.wrongful_hold"));
}

}  // namespace
}  // namespace fieldtwin
