#include "matcher/faces/photo_store.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

class Store : public testing::Test {
 protected:
  Store() : folder(fs::path(testing::TempDir()) / ("faces_" + std::to_string(getpid()))) {}
  ~Store() override { fs::remove_all(folder); }

  static PhotoKey key(std::uint64_t person) {
    return {{person, Ethnicity::kAsian, Sex::kFemale, 33}, 500, 2};
  }
  static SeenFace face(float x) { return {Probability(0.25), std::vector<float>(16, x)}; }

  fs::path folder;
};

TEST_F(Store, HoldsWhatAnotherHasAdded) {
  PhotoStore one(folder, "rules", 16), other(folder, "rules", 16);
  one.add({{key(1), face(0.5F)}, {key(2), SeenFace{}}});
  EXPECT_EQ(other.find(key(1)), nullptr);
  other.refresh();
  ASSERT_NE(other.find(key(1)), nullptr);
  EXPECT_EQ(other.find(key(1))->values, face(0.5F).values);
  EXPECT_EQ(other.find(key(1))->quality, Probability(0.25));
  EXPECT_FALSE(other.find(key(2))->is_found());
  EXPECT_EQ(PhotoStore(folder, "other rules", 16).find(key(1)), nullptr);
}

TEST_F(Store, WhatIsDamagedOrCutOffIsNotThere) {
  PhotoStore store(folder, "rules", 16);
  store.add({{key(1), face(1.0F)}, {key(2), face(2.0F)}, {key(3), face(3.0F)}});
  const auto size = fs::file_size(store.file());
  {
    std::fstream file(store.file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(30);
    file.put('x');
  }
  fs::resize_file(store.file(), size - 5);
  PhotoStore again(folder, "rules", 16);
  EXPECT_EQ(again.find(key(1)), nullptr);
  ASSERT_NE(again.find(key(2)), nullptr);
  EXPECT_EQ(again.find(key(3)), nullptr);
  again.add({{key(3), face(3.0F)}});
  EXPECT_EQ(PhotoStore(folder, "rules", 16).find(key(3))->values, face(3.0F).values);
}

TEST_F(Store, IsEmptyOnceCleared) {
  PhotoStore store(folder, "rules", 16);
  store.add({{key(1), face(1.0F)}});
  EXPECT_EQ(store.samples().size(), 1u);
  store.clear();
  EXPECT_EQ(store.find(key(1)), nullptr);
  EXPECT_EQ(PhotoStore(folder, "rules", 16).find(key(1)), nullptr);
}

}  // namespace
}  // namespace fieldtwin
