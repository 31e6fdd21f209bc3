#include "sim/study/workers.hpp"

#include <gmock/gmock.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <new>
#include <set>

#include "sim/study/disk_error.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/shards.hpp"
#include "sim/study/starter_process.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAreArray;

/// Who starts the processes of tasks.
enum class Starts { kThisProcess, kAnother };

const auto kBoth = testing::Values(Starts::kThisProcess, Starts::kAnother);

void PrintTo(Starts who, std::ostream* out) {
  *out << (who == Starts::kAnother ? "another" : "this");
}

/// Tasks of local processes, each of which writes its number.
class WorkersTest : public testing::Test {
 protected:
  WorkersTest() {
    work.work = [this](const StudyTask& task) {
      if (task.replication == odd_one) odd_work();
      std::ofstream(shards.part(task.replication)) << task.replication << std::flush;
      shards.complete(task.replication);
    };
    work.is_whole = [this](const StudyTask& task) {
      return fs::exists(shards.whole(task.replication));
    };
    work.clean_up = [this](const StudyTask& task) { shards.drop_part(task.replication); };
    duties.begin = [](const StudyTask&) {};
    duties.finish = [this](const TaskEnd& end) {
      usage.add(end.usage);
      if (end.fate != TaskFate::kDone) return;
      std::uint32_t written = 0;
      std::ifstream(shards.whole(end.task.replication)) >> written;
      EXPECT_EQ(written, end.task.replication);
      collected.push_back(end.task.replication);
    };
    duties.tick = [] {};
  }
  ~WorkersTest() override { fs::remove_all(folder); }

  WorkersReport run(std::uint32_t tasks, unsigned jobs) {
    const QueuedSignals signals;
    std::unique_ptr<Executor> processes;
    if (starts == Starts::kThisProcess) {
      processes = std::make_unique<LocalProcesses>(jobs, signals, work);
    } else {
      processes = std::make_unique<StarterProcess>(jobs, work);
    }
    return run_tasks(lacking_tasks(0, tasks, {}), *processes, signals, duties);
  }
  std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
    return names;
  }
  static std::vector<std::uint32_t> all_but(std::uint32_t tasks, std::uint32_t missing) {
    std::vector<std::uint32_t> rest;
    for (std::uint32_t i = 0; i < tasks; ++i) {
      if (i != missing) rest.push_back(i);
    }
    return rest;
  }

  static constexpr std::uint32_t kNobody = 1'000'000;
  static fs::path new_folder() {
    std::string name = testing::TempDir() + "fieldtwin-workers-XXXXXX";
    return mkdtemp(name.data());
  }

  const fs::path folder = new_folder();
  const Shards shards{folder};
  Starts starts = Starts::kThisProcess;
  TaskWork work;
  WorkerDuties duties;
  WorkersUsage usage;
  std::uint32_t odd_one = kNobody;  //!< the replication that does something else
  std::function<void()> odd_work;
  std::vector<std::uint32_t> collected;
};

class Workers : public WorkersTest, public testing::WithParamInterface<Starts> {
 protected:
  Workers() { starts = GetParam(); }
};
INSTANTIATE_TEST_SUITE_P(Started, Workers, kBoth, testing::PrintToStringParamName());

/// With either kind of starting, and one thing more that varies.
template <class T>
class WorkersAnd : public WorkersTest, public testing::WithParamInterface<std::tuple<Starts, T>> {
 protected:
  WorkersAnd() { starts = std::get<0>(this->GetParam()); }
  const T& varied() const { return std::get<1>(this->GetParam()); }
};

class WorkersJobs : public WorkersAnd<unsigned> {};

TEST_P(WorkersJobs, DoEveryTaskOnce) {
  const auto report = run(20, varied());
  EXPECT_EQ(report.end, WorkersEnd::kDone);
  EXPECT_TRUE(report.failures.empty());
  EXPECT_THAT(collected, UnorderedElementsAreArray(all_but(20, kNobody)));
  EXPECT_GT(usage.peak_rss_bytes, 100'000u);
}
INSTANTIATE_TEST_SUITE_P(Jobs, WorkersJobs,
                         testing::Combine(kBoth, testing::Values(1u, 2u, 7u, 50u)));

TEST_P(Workers, NothingToDoIsDone) {
  EXPECT_EQ(run(0, 2).end, WorkersEnd::kDone);
  EXPECT_TRUE(collected.empty());
}

struct Accident {
  const char* name;
  void (*happen)();
  const char* told;
};

void PrintTo(const Accident& accident, std::ostream* out) {
  *out << accident.name;
}

class WorkersAccidents : public WorkersAnd<Accident> {};

TEST_P(WorkersAccidents, CostTheirOwnTaskAndAreNamed) {
  odd_one = 3;
  odd_work = [this] { varied().happen(); };
  const auto report = run(8, 2);
  EXPECT_EQ(report.end, WorkersEnd::kDone);
  EXPECT_THAT(collected, UnorderedElementsAreArray(all_but(8, 3)));
  ASSERT_EQ(report.failures.size(), 1u);
  EXPECT_EQ(report.failures[0].task.replication, 3u);
  EXPECT_THAT(report.failures[0].what, HasSubstr(varied().told));
  EXPECT_FALSE(fs::exists(shards.part(3)));
}
INSTANTIATE_TEST_SUITE_P(
    Kinds, WorkersAccidents,
    testing::Combine(
        kBoth,
        testing::Values(Accident{"signal", [] { raise(SIGABRT); }, "killed by signal 6"},
                        Accident{"killed", [] { raise(SIGKILL); }, "may have run out of memory"},
                        Accident{"exit", [] { _exit(9); }, "exited with status 9"},
                        Accident{"quietly", [] { _exit(0); }, "left no result"},
                        Accident{"exception", [] { throw std::logic_error("a bug"); }, "a bug"},
                        Accident{"memory", [] { throw std::bad_alloc(); }, "out of memory"})),
    [](const auto& info) {
      return std::get<1>(info.param).name + std::string("_started_by_") +
             testing::PrintToString(std::get<0>(info.param));
    });

TEST_P(Workers, FailuresComeInTheOrderOfThePlan) {
  work.work = [](const StudyTask&) { throw std::logic_error("all fail"); };
  const auto report = run(9, 4);
  std::vector<std::uint32_t> failed;
  for (const auto& failure : report.failures) failed.push_back(failure.task.replication);
  EXPECT_THAT(failed, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
}

TEST_P(Workers, AFullDiskStopsTheRun) {
  work.work = [](const StudyTask&) { throw DiskError("no space left"); };
  const auto report = run(50, 2);
  EXPECT_EQ(report.end, WorkersEnd::kDiskRefused);
  ASSERT_FALSE(report.failures.empty());
  EXPECT_LE(report.failures.size(), 4u);
  EXPECT_EQ(report.failures[0].what, "no space left");
  EXPECT_TRUE(files().empty());
}

TEST_P(Workers, DeathAfterTheShardIsWholeCostsNothing) {
  work.work = [this](const StudyTask& task) {
    std::ofstream(shards.part(task.replication)) << task.replication << std::flush;
    shards.complete(task.replication);
    raise(SIGKILL);
  };
  const auto report = run(3, 2);
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(collected.size(), 3u);
}

class WorkersSignals : public WorkersAnd<int> {};

TEST_P(WorkersSignals, StopTheRunAndKeepWhatIsFinished) {
  odd_one = 4;
  odd_work = [this, driver = getpid()] {
    kill(driver, varied());
    for (;;) pause();
  };
  const auto report = run(100, 1);
  EXPECT_EQ(report.end, WorkersEnd::kInterrupted);
  EXPECT_TRUE(report.failures.empty());
  EXPECT_THAT(collected, ElementsAre(0, 1, 2, 3));
  EXPECT_FALSE(fs::exists(shards.part(4)));
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}
INSTANTIATE_TEST_SUITE_P(Asked, WorkersSignals,
                         testing::Combine(kBoth, testing::Values(SIGINT, SIGTERM, SIGHUP)));

TEST_P(Workers, WhatFinishThrowsLeavesNoProcessBehind) {
  odd_one = 1;
  odd_work = [] {
    for (;;) pause();
  };
  duties.finish = [](const TaskEnd&) { throw DiskError("full"); };
  EXPECT_THROW(run(10, 2), DiskError);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST_P(Workers, ChildrenDieWithTheirParent) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const pid_t driver = fork();
  if (driver == 0) {
    work.work = [&](const StudyTask&) {
      if (write(ends[1], "x", 1) != 1) _exit(1);
      for (;;) pause();
    };
    run(2, 2);
    _exit(0);
  }
  close(ends[1]);
  char byte = 0;
  ASSERT_EQ(read(ends[0], &byte, 1), 1);  // both children have begun
  ASSERT_EQ(read(ends[0], &byte, 1), 1);
  kill(driver, SIGKILL);
  waitpid(driver, nullptr, 0);
  pollfd end{ends[0], POLLIN, 0};
  ASSERT_EQ(poll(&end, 1, 60'000), 1) << "the children outlive their parent";
  EXPECT_EQ(read(ends[0], &byte, 1), 0);
  close(ends[0]);
}

TEST_P(Workers, AnIgnoredChildSignalIsNoObstacle) {
  signal(SIGCHLD, SIG_IGN);
  const auto report = run(5, 2);
  EXPECT_EQ(signal(SIGCHLD, SIG_DFL), SIG_IGN) << "the caller's choice was not put back";
  EXPECT_TRUE(report.failures.empty());
  EXPECT_EQ(collected.size(), 5u);
}

TEST_F(WorkersTest, TheDeathOfTheStarterCostsWhatItHadStarted) {
  starts = Starts::kAnother;
  odd_one = 3;
  odd_work = [] {
    kill(getppid(), SIGKILL);
    for (;;) pause();
  };
  const auto report = run(8, 1);
  EXPECT_EQ(report.end, WorkersEnd::kDone);
  EXPECT_THAT(collected, UnorderedElementsAreArray(all_but(8, 3)));
  ASSERT_EQ(report.failures.size(), 1u);
  EXPECT_EQ(report.failures[0].task.replication, 3u);
  EXPECT_THAT(report.failures[0].what,
              HasSubstr("the process that starts the others died: killed by signal 9"));
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a child is left";
}

TEST_F(WorkersTest, AStarterAndItsDriverNeverWaitForEachOther) {
  starts = Starts::kAnother;
  work.work = [](const StudyTask&) { _exit(1); };
  EXPECT_EQ(run(600, 600).failures.size(), 600u);  // more than a channel holds, in both directions
}

TEST_F(WorkersTest, AStarterHasNothingThatIsOpenedLater) {
  starts = Starts::kAnother;
  int ends[2] = {-1, -1};
  const pid_t driver = getpid();
  duties.begin = [&](const StudyTask&) {
    if (ends[0] < 0) {
      ASSERT_EQ(pipe(ends), 0);
    }
  };
  work.work = [&](const StudyTask& task) {
    if (getppid() == driver) throw std::logic_error("it is started by the driver");
    if (ends[0] >= 0) throw std::logic_error("it has the memory of now");
    std::ofstream(shards.part(task.replication)) << task.replication << std::flush;
    shards.complete(task.replication);
  };
  EXPECT_TRUE(run(3, 2).failures.empty());
  close(ends[0]);
  close(ends[1]);
}

}  // namespace
}  // namespace fieldtwin
