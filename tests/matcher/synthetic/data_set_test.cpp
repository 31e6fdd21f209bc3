#include "matcher/synthetic/data_set.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

namespace fieldtwin {
namespace {

const Draws kDraws = Draws(5, 0).across_replications();

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
  std::vector<std::vector<std::string>> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    lines.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) lines.back().push_back(cell);
  }
  return lines;
}

TEST(DataSet, EverybodyIsEnrolledOnceAndMetInTheField) {
  const auto pictures = data_set_pictures({30, 4}, kDraws);
  ASSERT_EQ(pictures.size(), 120u);
  std::set<std::string> files;
  for (const auto& picture : pictures) {
    EXPECT_EQ(picture.kind == PictureKind::kField, picture.number > 1);
    EXPECT_GE(picture.person.age, 18);
    EXPECT_LE(picture.person.age, 75);
    EXPECT_TRUE(files.insert(picture.file()).second) << picture.file();
  }
  EXPECT_EQ(pictures.front().file(), "Person_00001/Person_00001_0001.jpg");
  EXPECT_EQ(pictures.back().file(), "Person_00030/Person_00030_0004.jpg");
}

TEST(DataSet, ALargerSetBeginsWithTheSmaller) {
  const auto few = data_set_pictures({5, 3}, kDraws);
  const auto many = data_set_pictures({50, 3}, kDraws);
  for (std::size_t i = 0; i < few.size(); ++i) {
    EXPECT_EQ(few[i].person.ethnicity, many[i].person.ethnicity);
    EXPECT_EQ(few[i].person.age, many[i].person.age);
    EXPECT_EQ(few[i].kind, many[i].kind);
  }
}

TEST(DataSetPairs, FoldsShareNobodyAndHoldAsManyOfEitherKind) {
  const auto pictures = data_set_pictures({200, 4}, kDraws);
  const auto lines = cells_of(data_set_pairs(pictures, kDraws));
  ASSERT_EQ(lines.front(), (std::vector<std::string>{"10", "120"}));
  ASSERT_EQ(lines.size(), 1u + 10 * 240);
  std::map<std::string, std::size_t> fold_of;
  std::set<std::vector<std::string>> pairs;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const std::size_t fold = (i - 1) / 240;
    const bool is_mated = (i - 1) % 240 < 120;
    ASSERT_EQ(line.size(), is_mated ? 3u : 4u) << i;
    EXPECT_TRUE(pairs.insert(line).second) << i;
    const auto in_fold = [&](const std::string& name) {
      EXPECT_EQ(fold_of.emplace(name, fold).first->second, fold) << name;
    };
    in_fold(line[0]);
    if (is_mated) {
      EXPECT_NE(line[1], line[2]) << i;
    } else {
      EXPECT_NE(line[0], line[2]) << i;
      in_fold(line[2]);
    }
  }
}

TEST(DataSetPairs, SmallSetsHaveFewerFolds) {
  const auto two = data_set_pairs(data_set_pictures({2, 2}, kDraws), kDraws);
  EXPECT_EQ(cells_of(two).front(), (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(cells_of(two).size(), 5u);
  const auto seven = data_set_pairs(data_set_pictures({7, 3}, kDraws), kDraws);
  EXPECT_EQ(cells_of(seven).front().front(), "3");
}

TEST(DataSetPairs, ManyPicturesGiveAtMostThreeHundredPairsAFold) {
  const auto lines = cells_of(data_set_pairs(data_set_pictures({60, 20}, kDraws), kDraws));
  EXPECT_EQ(lines.front(), (std::vector<std::string>{"10", "300"}));
  EXPECT_EQ(lines.size(), 1u + 10 * 600);
}

}  // namespace
}  // namespace fieldtwin
