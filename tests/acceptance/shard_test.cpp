/// Shares of a study, done side by side and merged.

#include <gmock/gmock.h>

#include <algorithm>

#include "folders.hpp"
#include "metrics/store/sqlite.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kRun = "fieldtwin run precinct -n 6 -o ";
constexpr const char* kCompare = "fieldtwin compare precinct precinct -n 4 -o ";

TEST(Shards, OfAStudyMergeIntoTheSameBytes) {
  const Workshop shop;
  EXPECT_EQ(shop.run(std::string(kRun) + "whole").code, 0);
  const std::string run = std::string(kRun) + "parts";
  const Ended second = shop.run(run + " --shard 2/2");
  EXPECT_EQ(second.code, 0);
  EXPECT_EQ(second.out, "");
  EXPECT_THAT(second.error, AllOf(HasSubstr("3 replications"), HasSubstr("without --shard")));
  EXPECT_THAT(shop.files("parts/shards"),
              ElementsAre("000001.shard", "000003.shard", "000005.shard"));
  EXPECT_EQ(shop.run(run + " --shard 1/2").code, 0);
  EXPECT_FALSE(shop.has("parts/results.sqlite"));
  EXPECT_EQ(shop.run(run).code, 0);
  EXPECT_EQ(shop.text("parts/summary.json"), shop.text("whole/summary.json"));
  EXPECT_EQ(shop.files("parts"), shop.files("whole"));
}

TEST(Shards, OfAComparisonWorkSideBySide) {
  const Workshop shop;
  EXPECT_EQ(shop.run(std::string(kCompare) + "whole").code, 0);
  const std::string compare = std::string(kCompare) + "parts";
  EXPECT_EQ(shop.run(compare + " --shard 1/3 & " + compare + " --shard 2/3 & " + compare +
                     " --shard 3/3; code=$?; wait; exit $code")
                .code,
            0);
  EXPECT_EQ(shop.run(compare).code, 0);
  EXPECT_EQ(shop.text("parts/compare.json"), shop.text("whole/compare.json"));
  for (const char* study : {"/01-precinct/summary.json", "/02-precinct/summary.json"}) {
    EXPECT_EQ(shop.text(std::string("parts") + study), shop.text(std::string("whole") + study));
  }
  Database table(shop.folder() / "parts/plan.sqlite", Database::Mode::kOpen);
  Statement done = table.prepare(
      "SELECT count(*) FROM task WHERE state = 'done' AND attempts = 1 AND cpu_s > 0");
  EXPECT_TRUE(done.step());
  EXPECT_EQ(done.integer(0), 8) << "what shards know of their tasks is not in the plan";
}

TEST(Shards, AreDoneByTheMergeWhereTheyAreMissing) {
  const Workshop shop;
  EXPECT_EQ(shop.run(std::string(kRun) + "whole").code, 0);
  EXPECT_EQ(shop.run(std::string(kRun) + "parts --shard 3/4").code, 0);
  EXPECT_EQ(shop.run(std::string(kRun) + "parts").code, 0);
  EXPECT_EQ(shop.text("parts/summary.json"), shop.text("whole/summary.json"));
}

TEST(Shards, TwiceOrAfterTheMergeDoNoHarm) {
  const Workshop shop;
  const std::string run = std::string(kRun) + "study";
  EXPECT_EQ(shop.run(run + " --shard 1/2").code, 0);
  EXPECT_EQ(shop.run("cp study/shards/000002.shard kept").code, 0);
  EXPECT_EQ(shop.run(run).code, 0);
  const std::string summary = shop.text("study/summary.json");
  EXPECT_EQ(shop.run(run + " --shard 1/2").code, 0);
  EXPECT_EQ(shop.run("mkdir -p study/shards && mv kept study/shards/000002.shard").code, 0);
  EXPECT_EQ(shop.run(run).code, 0);
  EXPECT_EQ(shop.text("study/summary.json"), summary);
  EXPECT_FALSE(shop.has("study/shards"));
}

TEST(Shards, OfAnotherVersionOrSeedAreRefused) {
  const Workshop shop;
  const std::string run = std::string(kRun) + "study";
  EXPECT_EQ(shop.run(run + " --shard 1/2").code, 0);
  EXPECT_THAT(shop.run(run + " --seed 2").error, HasSubstr("seed: 1 there, 2 here"));
  EXPECT_EQ(shop.run("sed -i 's/^fieldtwin=.*/fieldtwin=0.0.9/' study/shards/000004.shard").code, 0);
  const Ended refused = shop.run(run);
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.error,
              AllOf(HasSubstr("000004.shard"), HasSubstr("version of fieldtwin: 0.0.9 there")));
  EXPECT_EQ(shop.run("rm study/shards/000004.shard").code, 0);
  EXPECT_EQ(shop.run(run).code, 0);
}

TEST(Shards, AndAnOrdinaryRunDoNotWorkInOneFolderAtATime) {
  const Workshop shop;
  const Ended ended = shop.run(
      "fieldtwin run precinct -n 2000 -j 1 -o study --shard 1/2 2> /dev/null & "
      "while ! ls study/shards/*.shard > listed 2>&1; do sleep 0.01; done; "
      "fieldtwin run precinct -n 2000 -o study; code=$?; kill $!; wait; exit $code");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.error, HasSubstr("another fieldtwin is working in study"));
}

TEST(Shards, AreWhatTheTasksOfASlurmArrayDo) {
  const Workshop shop;
  const std::string script = std::string(FIELDTWIN_SOURCE_DIR) + "/tools/slurm/array.sbatch ";
  const std::string command = script + "run precinct -n 6 -o parts";
  // A stand-in for Slurm's sbatch, which says what it was asked for.
  EXPECT_EQ(shop.run("printf '#!/bin/sh\\necho \"$@\" >> asked\\n' > sbatch; chmod +x sbatch").code,
            0);
  for (const std::string task : {"3", "2", "1"}) {
    const Ended ended = shop.run(
        "PATH=.:$PATH SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=3 "
        "SLURM_CPUS_PER_TASK=2 SLURM_ARRAY_TASK_ID=" +
        task + " " + command);
    EXPECT_EQ(ended.code, 0) << ended.error;
  }
  EXPECT_EQ(shop.files("parts/shards").size(), 6u);
  const std::string asked = shop.text("asked");
  EXPECT_EQ(std::ranges::count(asked, '\n'), 1) << "one merge for all";
  EXPECT_THAT(asked, AllOf(HasSubstr("--dependency=afterany:77"), HasSubstr("FIELDTWIN_MERGE=yes"),
                           HasSubstr("run precinct -n 6 -o parts")));
  EXPECT_EQ(shop.run("SLURM_ARRAY_TASK_ID=1 FIELDTWIN_MERGE=yes " + command).code, 0);
  EXPECT_EQ(shop.run(std::string(kRun) + "whole").code, 0);
  EXPECT_EQ(shop.text("parts/summary.json"), shop.text("whole/summary.json"));
  EXPECT_NE(shop.run(command).code, 0) << "outside of an array nothing is done";
}

TEST(Shards, ThatDoNotExistAreWrongUsage) {
  const Workshop shop;
  for (const char* shard : {"0/2", "3/2", "1", "1/0", "a/b", "1/2/3", "-1/2", "1/99999999999"}) {
    const Ended ended = shop.run(std::string(kRun) + "study --shard=" + shard);
    EXPECT_EQ(ended.code, 2) << shard;
    EXPECT_THAT(ended.error, HasSubstr("is no share")) << shard;
  }
  EXPECT_FALSE(shop.has("study"));
}

}  // namespace
}  // namespace fieldtwin
