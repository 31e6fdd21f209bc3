/// The reader of the face data on files of a few numbers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

#include "matcher/synthetic/data/face_data.hpp"
#include "matcher/synthetic/data/mesh.hpp"
#include "matcher/synthetic/data/targets.hpp"
#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {
namespace {

class DataFiles : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }
  std::filesystem::path table(const std::vector<std::int16_t>& numbers) const {
    return file("targets.bin", {reinterpret_cast<const char*>(numbers.data()),
                                numbers.size() * sizeof(std::int16_t)});
  }

  std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                  ("fieldtwin-face-data-" + std::to_string(::getpid()));
};

constexpr const char* kList = R"({"targets": {"data/targets/nose/b.target": ["b"],
  "data/targets/armslegs/a.target": ["a"], "data/targets/nose/c.target": ["c"]}})";

TEST_F(DataFiles, RowsFollowTheSortedPathsAndDamageIsLeftOut) {
  // Two vertices; rows: armslegs/a (not used in portraits), nose/b, nose/c with one corrupt number.
  const Targets targets(
      file("list.json", kList),
      table({9, 9, 9, 9, 9, 9, 1000 / 2, 0, 0, 0, -250, 0, 100, 0, 0, 20536, 0, 0}), 2);
  EXPECT_EQ(targets.size(), 2u);
  EXPECT_THROW(targets.index("armslegs/a"), FaceDataError);
  std::vector<Vec3> vertices(2);
  targets.apply(targets.index("nose/b"), 2.0f, vertices);
  EXPECT_FLOAT_EQ(vertices[0].x, 1.0f);
  EXPECT_FLOAT_EQ(vertices[1].y, -0.5f);
  targets.apply(targets.index("nose/c"), 1.0f, vertices);
  EXPECT_FLOAT_EQ(vertices[0].x, 1.1f);
  EXPECT_FLOAT_EQ(vertices[1].x, 0.0f);
}

TEST_F(DataFiles, ATableThatIsTooShortIsToldByItsName) {
  try {
    Targets(file("list.json", kList), table({1, 2, 3}), 2);
    FAIL();
  } catch (const FaceDataError& error) {
    EXPECT_THAT(std::string(error.what()), testing::HasSubstr("targets.bin"));
  }
}

TEST_F(DataFiles, OfABodyOnlyWhatIsSeenIsRead) {
  const auto body = read_body(file("body.json", R"({
    "vertices": [0,0,0, 1,0,0, 1,1,0, 0,1,0], "uvs": [[0,0, 1,0, 1,1, 0,1]],
    "materials": [{"DbgName": "body"}, {"DbgName": "helper-hair"}],
    "faces": [11, 0,1,2,3, 0, 0,1,2,3,  10, 0,1,2, 1, 0,1,2]})"));
  EXPECT_EQ(body.vertices.size(), 4u);
  ASSERT_EQ(body.triangles.size(), 2u);
  EXPECT_EQ(body.triangles[1].vertex, (std::array<std::uint32_t, 3>{0, 2, 3}));
}

TEST_F(DataFiles, WhatIsWornFollowsTheBody) {
  const auto worn = read_worn(file("worn.json", R"({
    "vertices": [0,0,0, 1,0,0, 1,1,0], "uvs": [[0,0, 1,0, 1,1]],
    "faces": [10, 0,1,2, 0, 0,1,2], "ref_vIdxs": [[0,1,2],[0,1,2],[0,1,2]],
    "weights": [[1,0,0],[0,1,0],[0.5,0.5,0]], "offsets": [[0,0,0.5],[0,0,0],[0,0,0]]})"));
  const auto fitted = worn.fitted({{2, 0, 0}, {4, 2, 0}, {0, 0, 0}});
  EXPECT_FLOAT_EQ(fitted[0].x, 2.0f);
  EXPECT_FLOAT_EQ(fitted[0].z, 0.5f);
  EXPECT_FLOAT_EQ(fitted[2].x, 3.0f);
  EXPECT_FLOAT_EQ(fitted[2].y, 1.0f);
}

TEST_F(DataFiles, AModelThatIsNoneIsToldByItsName) {
  for (const char* content :
       {"", "{}", R"({"vertices": [0,0,0], "uvs": [[0,0]], "materials": [{"DbgName": "body"}],
                      "faces": [10, 0,1,2, 0, 0,1,2]})"}) {
    try {
      read_body(file("broken.json", content));
      FAIL() << content;
    } catch (const FaceDataError& error) {
      EXPECT_THAT(std::string(error.what()), testing::HasSubstr("broken.json"));
    }
  }
}

TEST_F(DataFiles, WithoutDataTheMessageSaysWhatToRun) {
  try {
    FaceData data(folder_);
    FAIL();
  } catch (const FaceDataError& error) {
    EXPECT_THAT(std::string(error.what()), testing::HasSubstr("tools/setup-models faces"));
  }
}

}  // namespace
}  // namespace fieldtwin
