#include "matcher/evaluation/data_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

class DataSet : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "Bob");
    fs::create_directories(folder_ / "Ann");
    fs::create_directories(folder_ / "Nobody");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const fs::path& file, const std::string& text = "x") const { std::ofstream(folder_ / file) << text; }

  fs::path folder_ = fs::path(::testing::TempDir()) /
                   ("fieldtwin_" + std::to_string(getpid()) + "_data_set_test");
};

TEST_F(DataSet, FindsPhotosByTheirNames) {
  write("Bob/Bob_0002.jpg");
  write("Bob/Bob_0001.png");
  write("Ann/Ann_0001.jpg");
  write("Ann/notes.txt");
  write("Ann/Ann_face.jpg");
  write("labels.csv");
  const auto people = read_data_set(folder_);
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Ann");
  EXPECT_EQ(people[0].photos.size(), 1U);
  EXPECT_THAT(people[1].photos, ::testing::ElementsAre(folder_ / "Bob/Bob_0001.png", folder_ / "Bob/Bob_0002.jpg"));
}

TEST_F(DataSet, SaysThatNobodyIsThere) {
  EXPECT_THROW(read_data_set(folder_), DataSetError);
  EXPECT_THROW(read_data_set(folder_ / "absent"), DataSetError);
}

TEST_F(DataSet, ReadsLabelsByTheirColumns) {
  EXPECT_TRUE(read_labels(folder_).empty());
  write("labels.csv", "number,name,age,sex,group\n1,Ann,30,female,asian\n2,Ann,31,female,asian\n1,Bob,40,male,white\n");
  const Labels labels = read_labels(folder_);
  EXPECT_EQ(labels.at("Ann").at("group"), "asian");
  EXPECT_EQ(labels.at("Bob").at("sex"), "male");
  EXPECT_EQ(labels.at("Bob").count("age"), 0U);
}

TEST_F(DataSet, RefusesATableThatIsNone) {
  write("labels.csv", "person,sex\nAnn,female\n");
  EXPECT_THROW(read_labels(folder_), DataSetError);
  write("labels.csv", "name,sex\nAnn\n");
  EXPECT_THROW(read_labels(folder_), DataSetError);
}

}  // namespace
}  // namespace fieldtwin
