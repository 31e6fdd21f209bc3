#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "metrics/store/replication_rows.hpp"
#include "metrics/store/result_store.hpp"
#include "metrics/summary.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

/// Adds replication 0, writes half of the next transaction to the disk, says so, and never ends.
[[noreturn]] void write_and_hang(const std::filesystem::path& path, int tell) {
  try {
    ResultStore store = ResultStore::open_or_create(path, small_identity());
    store.add(varied_replication(0));
    store.database().execute("PRAGMA cache_size = 5");  // pages: the rest goes to the disk at once
    Transaction transaction(store.database());
    RowInserts inserts;
    RowInserter rows(store.database(), inserts);
    write_replication(rows, varied_replication(1, RecordLevel::kAll));
    const char done = 'x';
    if (::write(tell, &done, 1) == 1) {
      for (;;) ::pause();
    }
  } catch (const std::exception&) {
  }
  ::_exit(1);
}

TEST(KilledWriter, LeavesFinishedReplicationsAndTheStudyGoesOn) {
  ScratchDirectory directory("killed");
  const auto path = directory / "r.sqlite";
  std::array<int, 2> pipe_ends{};
  ASSERT_EQ(::pipe(pipe_ends.data()), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) write_and_hang(path, pipe_ends[1]);
  ::close(pipe_ends[1]);
  char done = 0;
  ASSERT_EQ(::read(pipe_ends[0], &done, 1), 1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(pipe_ends[0]);
  ASSERT_GT(std::filesystem::file_size(path.string() + "-journal"), 0u);

  ResultStore store = ResultStore::open_or_create(path, small_identity());
  EXPECT_THAT(store.finished(), testing::ElementsAre(0));
  for (const char* table : {"breakdown", "latency", "desk_bins", "encounter"}) {
    Statement rows = store.database().prepare("SELECT count(*) FROM " + std::string(table) +
                                              " WHERE replication = 1");
    ASSERT_TRUE(rows.step());
    EXPECT_EQ(rows.integer(0), 0) << table;
  }
  store.add(varied_replication(1));

  ResultStore whole = ResultStore::open_or_create(directory / "whole", small_identity());
  whole.add(varied_replication(0));
  whole.add(varied_replication(1));
  EXPECT_EQ(summary_json(StudyData(store)), summary_json(StudyData(whole)));
}

}  // namespace
}  // namespace fieldtwin
