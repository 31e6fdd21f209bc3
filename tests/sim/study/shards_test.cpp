#include "sim/study/shards.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class ShardsTest : public testing::Test {
 protected:
  ShardsTest() {
    std::string name = testing::TempDir() + "fieldtwin-shards-XXXXXX";
    folder = mkdtemp(name.data());
  }
  ~ShardsTest() override { fs::remove_all(folder); }
  fs::path folder;
};

TEST_F(ShardsTest, FindsTheWholeOnesAndPartsGo) {
  const Shards shards(folder);
  for (std::uint32_t id : {12u, 3u, 7u}) std::ofstream(shards.part(id)) << id;
  shards.complete(12);
  shards.complete(3);
  EXPECT_THAT(shards.found(), ElementsAre(folder / "000003.shard", folder / "000012.shard"));
  EXPECT_THAT(shards.found_replications(), ElementsAre(3, 12));
  EXPECT_TRUE(fs::exists(shards.part(7)));
  shards.drop_parts();
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), fs::directory_iterator()), 2);
}

TEST_F(ShardsTest, AFolderThatIsNotThereHasNone) {
  EXPECT_TRUE(Shards(folder / "none").found().empty());
  EXPECT_NO_THROW(Shards(folder / "none").drop_parts());
}

TEST_F(ShardsTest, ProcessesHavePartsOfTheirOwn) {
  const Shards ours(folder);
  const pid_t other = fork();
  if (other == 0) _exit(Shards(folder).part(1) == ours.part(1) ? 1 : 0);
  int status = 1;
  waitpid(other, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST_F(ShardsTest, DroppingAPartLeavesTheOthers) {
  const Shards shards(folder);
  std::ofstream(shards.part(1)) << "x";
  std::ofstream(shards.part(2)) << "x";
  shards.drop_part(1);
  EXPECT_FALSE(fs::exists(shards.part(1)));
  EXPECT_TRUE(fs::exists(shards.part(2)));
}

}  // namespace
}  // namespace fieldtwin
