#include "matcher/interface/identifier.hpp"

#include <gtest/gtest.h>

#include "tests/matcher/gallery/templates.hpp"

namespace fieldtwin {
namespace {

class IdentifierTest : public ::testing::Test {
 protected:
  std::span<const float> at(std::size_t i) const { return std::span(values_).subspan(i * 128, 128); }
  /// Ten people with three templates each, nearly the same.
  Identifier filled() const {
    Identifier identifier(128, 0.5F);
    for (std::uint64_t person = 0; person < 10; ++person) {
      for (int copy = 0; copy < 3; ++copy) {
        std::vector<float> values(at(person).begin(), at(person).end());
        values[0] += 0.01F * static_cast<float>(copy);
        identifier.enroll(person, values);
      }
    }
    identifier.finalize();
    return identifier;
  }

  std::vector<float> values_ = random_templates(20, 128, 7);
};

TEST_F(IdentifierTest, ListsEachPersonOnceNearestFirst) {
  const Identifier identifier = filled();
  const CandidateList list = identifier.identify(at(4), 5);
  ASSERT_EQ(list.candidates.size(), 5U);
  EXPECT_EQ(list.candidates[0].person, 4U);
  EXPECT_EQ(list.candidates[0].distance, 0.0F);
  EXPECT_DOUBLE_EQ(list.candidates[0].score(), 1.0);
  for (std::size_t i = 1; i < 5; ++i) {
    EXPECT_GE(list.candidates[i].distance, list.candidates[i - 1].distance);
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(list.candidates[i].person, list.candidates[j].person);
  }
}

TEST_F(IdentifierTest, DecidesAtTheThreshold) {
  Identifier identifier = filled();
  EXPECT_TRUE(identifier.identify(at(4), 1).matched());
  const CandidateList stranger = identifier.identify(at(15), 1);
  EXPECT_FALSE(stranger.matched());
  identifier.set_threshold(stranger.candidates[0].distance);
  EXPECT_TRUE(identifier.identify(at(15), 1).matched());
}

TEST_F(IdentifierTest, ABatchGivesTheSameAsOneByOne) {
  const Identifier identifier = filled();
  const auto lists = identifier.identify_batch(values_, 10, 2);
  ASSERT_EQ(lists.size(), 20U);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const CandidateList alone = identifier.identify(at(i), 10);
    ASSERT_EQ(lists[i].candidates.size(), 10U);
    for (std::size_t k = 0; k < 10; ++k) {
      EXPECT_EQ(lists[i].candidates[k].person, alone.candidates[k].person);
      EXPECT_EQ(lists[i].candidates[k].distance, alone.candidates[k].distance);
    }
  }
}

TEST_F(IdentifierTest, ChangesAfterItIsFinalized) {
  Identifier identifier = filled();
  identifier.insert(77, at(15));
  EXPECT_EQ(identifier.identify(at(15), 1).candidates[0].person, 77U);
  EXPECT_EQ(identifier.remove(4), 3U);
  EXPECT_NE(identifier.identify(at(4), 1).candidates[0].person, 4U);
  EXPECT_EQ(identifier.size(), 28U);
}

TEST_F(IdentifierTest, RefusesWhatComesInTheWrongOrder) {
  Identifier identifier(128, 0.5F);
  EXPECT_THROW(identifier.identify(at(0), 1), std::logic_error);
  EXPECT_THROW(identifier.insert(1, at(0)), std::logic_error);
  EXPECT_THROW(identifier.enroll(1, at(0).first(64)), std::invalid_argument);
  identifier.enroll(1, at(0));
  identifier.finalize();
  EXPECT_THROW(identifier.enroll(2, at(1)), std::logic_error);
  EXPECT_THROW(identifier.identify(at(0).first(64), 1), std::invalid_argument);
}

TEST_F(IdentifierTest, AnEmptyGalleryFindsNobody) {
  Identifier identifier(128, 0.5F);
  identifier.finalize();
  EXPECT_FALSE(identifier.identify(at(0), 3).matched());
}

}  // namespace
}  // namespace fieldtwin
