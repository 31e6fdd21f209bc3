#include "metrics/store/shard_file.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "metrics/store/row_log.hpp"
#include "metrics/store/sqlite.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

class ShardFileTest : public testing::Test {
 protected:
  void write(const ReplicationResult& result) const {
    write_shard_file(path_, small_identity(), result.replication,
                     [&](const CaseSink& keep) {
                       ReplicationResult rest = result;
                       for (const EncounterRecord& record : rest.cases) keep(record);
                       rest.cases.clear();
                       return rest;
                     });
  }

  std::string bytes() const {
    std::ostringstream text;
    text << std::ifstream(path_, std::ios::binary).rdbuf();
    return text.str();
  }

  /// What is said of a file of these bytes; empty if it is read to its end.
  std::string refusal_of(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    RowLog rows;
    try {
      ShardFile(path_).play(rows);
    } catch (const StoreError& error) {
      return error.what();
    }
    return "";
  }

  ScratchDirectory directory_{"shard"};
  std::filesystem::path path_ = directory_ / "000007.shard";
};

TEST_F(ShardFileTest, SaysWhatItHolds) {
  ReplicationResult result = varied_replication(7);
  write(result);
  const ShardFile shard(path_);
  EXPECT_EQ(shard.identity(), small_identity());
  EXPECT_EQ(shard.replication(), 7u);
  EXPECT_EQ(shard.fingerprint(), result.fingerprint.hex());
  EXPECT_EQ(shard.scans(), result.total(Amount::kScans));
}

TEST_F(ShardFileTest, GivesBackItsRowsAsOftenAsItIsAsked) {
  write(varied_replication(7, RecordLevel::kAll));
  ShardFile shard(path_);
  RowLog once, again;
  shard.play(once);
  shard.play(again);
  EXPECT_GT(once.bytes().size(), 1000u);
  EXPECT_TRUE(once.bytes() == again.bytes());
}

/// As many rows as need several pieces.
TEST_F(ShardFileTest, MayBeLongerThanAPiece) {
  ReplicationResult result = varied_replication(7, RecordLevel::kAll);
  const auto some = result.cases;
  for (int i = 1; i < 40; ++i) {
    for (EncounterRecord record : some) {
      record.id += 1'000'000u * static_cast<unsigned>(i);
      result.cases.push_back(record);
    }
  }
  write(result);
  ASSERT_GT(bytes().size(), 3u << 18);
  ShardFile shard(path_);
  RowLog rows;
  shard.play(rows);
  EXPECT_GT(rows.bytes().size(), 3u << 18);
  EXPECT_EQ(shard.replication(), 7u);
}

TEST_F(ShardFileTest, IsRefusedWhereverItIsCutOff) {
  write(varied_replication(7));
  const std::string whole = bytes();
  ASSERT_EQ(refusal_of(whole), "");
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50) {
    EXPECT_NE(refusal_of(whole.substr(0, size)), "") << size;
  }
  EXPECT_THAT(refusal_of(whole.substr(0, whole.size() - 1)),
              testing::AllOf(HasSubstr("000007.shard"), HasSubstr("cut off"), HasSubstr("Remove")));
  EXPECT_THAT(refusal_of("damaged by a power cut"), HasSubstr("no shard"));
}

TEST_F(ShardFileTest, ThatIsNotThereIsSaidToBeMissing) {
  EXPECT_THAT([&] { ShardFile shard(directory_ / "000001.shard"); },
              ThrowsMessage<StoreError>(HasSubstr("there is no")));
}

TEST_F(ShardFileTest, SaysThatTheDiskIsFull) {
  EXPECT_THAT(
      [&] {
        write_shard_file("/dev/full", small_identity(), 7,
                         [](const CaseSink&) { return varied_replication(7); });
      },
      ThrowsMessage<StoreError>(
          testing::AllOf(HasSubstr("No space left on device"), HasSubstr("Make room"))));
  EXPECT_THAT(
      [&] {
        write_shard_file(directory_ / "none/000007.shard", small_identity(), 7,
                         [](const CaseSink&) { return varied_replication(7); });
      },
      ThrowsMessage<StoreError>(HasSubstr("No such file or directory")));
}

}  // namespace
}  // namespace fieldtwin
