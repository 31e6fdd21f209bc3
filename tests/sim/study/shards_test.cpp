#include "sim/study/shards.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <fstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

class ShardsTest : public testing::Test {
 protected:
  ShardsTest() {
    std::string name = testing::TempDir() + "fieldtwin-shards-XXXXXX";
    folder = mkdtemp(name.data());
  }
  ~ShardsTest() override { fs::remove_all(folder); }
  fs::path folder;
};

TEST_F(ShardsTest, LeftoversAreTheWholeOnesAndPartsGo) {
  const Shards shards(folder);
  for (std::uint32_t id : {12u, 3u, 7u}) std::ofstream(shards.part(id)) << id;
  std::ofstream(shards.part(7).string() + "-journal") << "j";
  shards.complete(12);
  shards.complete(3);
  EXPECT_THAT(shards.leftovers(),
              testing::ElementsAre(folder / "000003.sqlite", folder / "000012.sqlite"));
  EXPECT_FALSE(fs::exists(shards.part(7)));
  EXPECT_FALSE(fs::exists(shards.part(7).string() + "-journal"));
}

TEST_F(ShardsTest, AFolderThatIsNotThereHasNoLeftovers) {
  EXPECT_TRUE(Shards(folder / "none").leftovers().empty());
}

TEST_F(ShardsTest, DroppingAPartTakesItsSideFilesAlong) {
  const Shards shards(folder);
  std::ofstream(shards.part(1)) << "x";
  std::ofstream(shards.part(1).string() + "-journal") << "x";
  std::ofstream(shards.part(2)) << "x";
  shards.drop_part(1);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace fieldtwin
