#include "sim/study/run_study.hpp"

#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "metrics/store/result_store.hpp"
#include "metrics/store/shard_file.hpp"
#include "metrics/study_data.hpp"
#include "metrics/summary.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/study_directory.hpp"
#include "tests/sim/study/study_fixture.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class RunStudy : public StudyTest {
 protected:
  std::string summary() const {
    ResultStore store = ResultStore::open(output / "results.sqlite");
    return summary_json(StudyData(store));
  }
  std::vector<std::uint32_t> finished() const {
    return ResultStore::open(output / "results.sqlite").finished();
  }
  std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(output))
      names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  std::string refusal(std::uint32_t replications, std::uint64_t seed) {
    try {
      run(replications, 2, seed);
    } catch (const StudyRefused& error) {
      return error.what();
    }
    return "";
  }
};

TEST_F(RunStudy, LeavesOneWholeFileOfResultsAndTheScenario) {
  const auto done = run(5);
  EXPECT_EQ(done.end, WorkersEnd::kDone);
  EXPECT_EQ(done.progress.finished, 5u);
  EXPECT_EQ(done.progress.simulated, 5u);
  EXPECT_EQ(done.progress.scans, 510.0);
  EXPECT_THAT(finished(), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(files(), ElementsAre("plan.sqlite", "resolved.yaml", "results.sqlite"));
}

TEST_F(RunStudy, DoesNotDependOnJobsOrOnBeingRaised) {
  run(12, 1);
  const std::string fresh = summary();
  output = folder / "other";
  run(3, 4);
  const auto raised = run(12, 3);
  EXPECT_EQ(raised.progress.simulated, 9u);
  EXPECT_EQ(summary(), fresh);
}

TEST_F(RunStudy, DoesNothingTwice) {
  run(4);
  simulate = [](const Scenario&, std::uint64_t, std::uint32_t, RecordLevel,
                const CaseSink&) -> ReplicationResult {
    throw std::logic_error("was simulated again");
  };
  for (const std::uint32_t n : {4u, 2u}) {
    const auto again = run(n);
    EXPECT_TRUE(again.failures.empty());
    EXPECT_EQ(again.progress.simulated, 0u);
    EXPECT_EQ(again.progress.finished, 4u);
    EXPECT_EQ(again.progress.planned, 4u);
  }
}

TEST_F(RunStudy, AFailedReplicationIsTriedAgain) {
  simulate = [](const Scenario& s, std::uint64_t seed, std::uint32_t replication, RecordLevel r,
                const CaseSink&) {
    if (replication == 2) raise(SIGSEGV);
    return made_up_result(s, seed, replication, r);
  };
  const auto first = run(4);
  ASSERT_EQ(first.failures.size(), 1u);
  EXPECT_EQ(first.failures[0].task.replication, 2u);
  EXPECT_THAT(finished(), ElementsAre(0, 1, 3));
  simulate = made_up_result;
  EXPECT_EQ(run(4).progress.simulated, 1u);
  EXPECT_THAT(finished(), ElementsAre(0, 1, 2, 3));
}

TEST_F(RunStudy, TakesInWhatAKilledRunLeft) {
  run(2);
  const auto identity = identity_of(scenario, 1, RecordLevel::kCases);
  const Shards shards(output / "shards");
  shards.create();
  write_shard_file(shards.whole(3), identity, 3, [](const CaseSink&) {
    return made_up_result({}, 1, 3, RecordLevel::kCases);
  });
  std::ofstream(shards.whole(2)) << "damaged by a power cut";
  std::ofstream(shards.part(4)) << "half";
  const auto rest = run(5);
  EXPECT_EQ(rest.progress.simulated, 2u);
  EXPECT_THAT(finished(), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(files(), ElementsAre("plan.sqlite", "resolved.yaml", "results.sqlite"));
}

TEST_F(RunStudy, RefusesAShardOfAnotherBuildAndKeepsIt) {
  const Shards shards(output / "shards");
  shards.create();
  write_shard_file(shards.whole(0), identity_of(scenario, 1, RecordLevel::kCases), 0,
                   [](const CaseSink&) { return made_up_result({}, 1, 0, RecordLevel::kCases); });
  std::string bytes = read_text(shards.whole(0));
  const std::size_t hash = bytes.find("amounts=") + std::string_view("amounts=").size();
  bytes.replace(hash, 4, "tea!");
  std::ofstream(shards.whole(0)) << bytes;
  EXPECT_THAT(refusal(1, 1), AllOf(HasSubstr("000000.shard was written by another build"),
                                   HasSubstr("another output directory")));
  EXPECT_EQ(read_text(shards.whole(0)), bytes);
  EXPECT_FALSE(fs::exists(output / "results.sqlite"));
}

TEST_F(RunStudy, RefusesAnotherSeedAndSaysSo) {
  run(2);
  EXPECT_THAT(refusal(2, 9), AllOf(HasSubstr("another study"), HasSubstr("seed: 1 there, 9 here"),
                                   HasSubstr("-o")));
  EXPECT_THAT(finished(), ElementsAre(0, 1));
}

TEST_F(RunStudy, RefusesAnotherValueAndNamesTheParameter) {
  run(2);
  scenario = load_scenario("precinct", {"sign_in.idle_limit=7 min"});
  EXPECT_THAT(refusal(2, 1), HasSubstr("sign_in.idle_limit: 15 min there, 7 min here"));
}

TEST_F(RunStudy, WordsAndDefaultsMakeNoOtherStudy) {
  run(2);
  scenario = load_scenario("precinct", {"run.replications=9"});
  scenario.scenario.title = "Another title";
  EXPECT_EQ(refusal(2, 1), "");
}

TEST_F(RunStudy, RefusesAFileThatIsNoResultsFile) {
  fs::create_directories(output);
  std::ofstream(output / "results.sqlite") << std::string(4096, 'x');
  EXPECT_THAT(refusal(2, 1), HasSubstr("results.sqlite"));
  EXPECT_EQ(fs::file_size(output / "results.sqlite"), 4096u);
}

TEST_F(RunStudy, AHalfMadeFileOfAKilledRunIsNoObstacle) {
  fs::create_directories(output);
  std::ofstream(output / "results.sqlite.part") << "half";
  EXPECT_EQ(run(2).progress.simulated, 2u);
  EXPECT_THAT(files(), ElementsAre("plan.sqlite", "resolved.yaml", "results.sqlite"));
}

TEST_F(RunStudy, RefusesToOverwriteWhatIsNoStudys) {
  fs::create_directories(output);
  std::ofstream(output / "report.html") << "my own";
  EXPECT_THAT(refusal(2, 1), HasSubstr("report.html"));
  EXPECT_THAT(files(), ElementsAre("report.html"));
}

TEST_F(RunStudy, ADirectoryHasOneMaster) {
  const StudyDirectory master(output);
  EXPECT_THROW(StudyDirectory second(output), StudyRefused);
}

TEST_F(RunStudy, AFolderThatCannotBeMadeIsTheDisksFault) {
  std::ofstream(folder / "file") << "x";
  output = folder / "file" / "study";
  EXPECT_THROW(run(1), DiskError);
}

TEST_F(RunStudy, WhatWasMadeInVainIsRemoved) {
  { const StudyDirectory unused(output); }
  EXPECT_FALSE(fs::exists(folder / "a"));
  EXPECT_TRUE(fs::exists(folder));
}

}  // namespace
}  // namespace fieldtwin
