#include "metrics/story/agreement.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using testing::HasSubstr;
using testing::Optional;

class AgreementTest : public testing::Test {
 protected:
  ResultStore store(RecordLevel level) {
    StudyIdentity identity = small_identity();
    identity.record = name_of(level);
    ResultStore opened =
        ResultStore::open_or_create(directory_ / std::string(name_of(level)), identity);
    opened.add(varied_replication(2, level));
    return opened;
  }

  ScratchDirectory directory_{"agreement"};
  const ReplicationResult again_ = varied_replication(2, RecordLevel::kAll);
};

TEST_F(AgreementTest, EveryEncounterAgreesWithItself) {
  ResultStore kept = store(RecordLevel::kAll);
  for (const EncounterRecord& record : again_.cases) {
    const auto agreement = compare_with_recorded(kept, {2, record.id}, record, again_.fingerprint);
    EXPECT_EQ(agreement.difference, std::nullopt);
    EXPECT_EQ(agreement.steps, record.steps.size());
  }
}

TEST_F(AgreementTest, WhatWasNotKeptAgreesByTheFingerprint) {
  ResultStore kept = store(RecordLevel::kNone);
  const EncounterRecord& record = again_.cases.front();
  const auto agreement = compare_with_recorded(kept, {2, record.id}, record, again_.fingerprint);
  EXPECT_EQ(agreement.difference, std::nullopt);
  EXPECT_EQ(agreement.steps, std::nullopt);
  const auto other = compare_with_recorded(kept, {2, record.id}, record, Fingerprint{1, 2});
  EXPECT_THAT(other.difference, Optional(HasSubstr("fingerprint")));
}

TEST_F(AgreementTest, TheLastBitOfAStepIsADifference) {
  ResultStore kept = store(RecordLevel::kAll);
  EncounterRecord record = again_.cases.front();
  record.steps.back().time = Seconds(std::nextafter(record.steps.back().time.value(), 1e9));
  const auto agreement = compare_with_recorded(kept, {2, record.id}, record, again_.fingerprint);
  EXPECT_THAT(agreement.difference, Optional(HasSubstr("step 3 was searched")));
}

TEST_F(AgreementTest, AStepMoreOrAnotherEndIsADifference) {
  ResultStore kept = store(RecordLevel::kAll);
  EncounterRecord longer = again_.cases.front();
  longer.steps.push_back({Seconds(1.0), StepKind::kReleased});
  EXPECT_THAT(compare_with_recorded(kept, {2, longer.id}, longer, again_.fingerprint).difference,
              Optional(HasSubstr("steps")));
  EncounterRecord other = again_.cases.front();
  other.prolonged_by += Seconds(1.0);
  EXPECT_THAT(compare_with_recorded(kept, {2, other.id}, other, again_.fingerprint).difference,
              Optional(HasSubstr("what came of them")));
}

TEST_F(AgreementTest, ACaseThatWasNotKeptAsOneIsADifference) {
  ResultStore kept = store(RecordLevel::kCases);
  const auto plain = std::ranges::find_if(again_.cases, [](const EncounterRecord& record) {
    return !record.prolonged && !wrongful_kinds(record).any();
  });
  ASSERT_NE(plain, again_.cases.end());
  EncounterRecord record = *plain;
  ASSERT_FALSE(kept.load_encounter(2, record.id));
  EXPECT_FALSE(compare_with_recorded(kept, {2, record.id}, record, again_.fingerprint).difference);
  record.prolonged = true;
  EXPECT_TRUE(compare_with_recorded(kept, {2, record.id}, record, again_.fingerprint).difference);
}

}  // namespace
}  // namespace fieldtwin
