/// The program under mpirun.

#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <random>

#include "metrics/store/sqlite.hpp"
#include "tests/acceptance/process_tree.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// Started as a user would on one machine with two cores.
constexpr const char* kMpirun = "mpirun -n 3 --oversubscribe --allow-run-as-root ";

class Mpi : public testing::Test {
 protected:
  void SetUp() override {
    if (shop.run("command -v mpirun").code != 0) GTEST_SKIP() << "there is no mpirun";
    if (shop.run(std::string(kMpirun) + "fieldtwin list").code != 0) {
      GTEST_SKIP() << "built without MPI";
    }
  }
  Ended under_mpirun(const std::string& command) const { return shop.run(kMpirun + command); }

  const Workshop shop;
};

TEST_F(Mpi, GivesTheSameBytesAsLocalProcesses) {
  const std::string run = "fieldtwin run precinct -n 6 -o ";
  EXPECT_EQ(shop.run(run + "local").code, 0);
  const Ended ended = under_mpirun(run + "mpi");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(shop.text("mpi/summary.json"), shop.text("local/summary.json"));
  EXPECT_EQ(shop.files("mpi"), shop.files("local"));
  EXPECT_EQ(json::parse(shop.text("mpi/run.json"))["jobs"], 2);
}

TEST_F(Mpi, IsPreciseAfterAsManyReplicationsAsLocally) {
  const std::string run = "fieldtwin run precinct --precision 'custody.holds=20%' -q -o ";
  EXPECT_EQ(shop.run(run + "local").code, 0);
  const Ended ended = under_mpirun(run + "mpi");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(shop.text("mpi/summary.json"), shop.text("local/summary.json"));
}

TEST_F(Mpi, SweepsAndSearchesAsLocally) {
  ASSERT_EQ(shop.run("printf 'base: precinct\\nfactors: {ice.agents_day: [1, 4]}\\ndesign: grid\\n"
                     "metrics: [ice.calls]\\nreplications: 2\\n' > study.yaml")
                .code,
            0);
  const std::string sweep = "fieldtwin sweep study.yaml -q -o ";
  const std::string search =
      "fieldtwin capacity precinct --slo 'stops.total<=300' -n 2 -q --from 0.5 --to 4 -o ";
  for (const auto& [command, found] :
       {std::pair(sweep, "/sweep.json"), std::pair(search, "/capacity.json")}) {
    EXPECT_EQ(shop.run(command + "local" + found).code, 0);
    const Ended ended = under_mpirun(command + "mpi" + found);
    EXPECT_EQ(ended.code, 0) << ended.error;
    EXPECT_EQ(shop.text("mpi" + std::string(found) + found),
              shop.text("local" + std::string(found) + found));
  }
}

TEST_F(Mpi, OnlyTheDriverPrints) {
  const Ended ended = under_mpirun("fieldtwin run precinct -n 2 -o study --json --quiet");
  EXPECT_EQ(ended.out, shop.text("study/summary.json"));
  EXPECT_EQ(ended.error, "");
  EXPECT_EQ(under_mpirun("fieldtwin list").out, shop.run("fieldtwin list").out);
}

TEST_F(Mpi, ComparesAScenarioWithItselfToExactlyZero) {
  EXPECT_EQ(shop.run("fieldtwin compare precinct precinct -n 3 -o local -q").code, 0);
  const Ended ended = under_mpirun("fieldtwin compare precinct precinct -n 3 -o mpi -q --json");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(shop.text("mpi/compare.json"), shop.text("local/compare.json"));
  for (const auto& [name, metric] : json::parse(ended.out)["metrics"].items()) {
    const json& difference = metric["alternatives"]["precinct"]["difference"];
    if (metric["base"]["mean"].is_null()) continue;
    EXPECT_EQ(difference, (json{{"mean", 0.0}, {"ci_low", 0.0}, {"ci_high", 0.0}})) << name;
  }
}

TEST_F(Mpi, DoesAShare) {
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 6 -o whole").code, 0);
  EXPECT_EQ(under_mpirun("fieldtwin run precinct -n 6 -o parts --shard 2/2").code, 0);
  EXPECT_EQ(under_mpirun("fieldtwin run precinct -n 6 -o parts").code, 0);
  EXPECT_EQ(shop.text("parts/summary.json"), shop.text("whole/summary.json"));
}

TEST_F(Mpi, PassesOnHowItEnded) {
  EXPECT_EQ(under_mpirun("fieldtwin run nowhere").code, 2);
  const Ended wrong = under_mpirun("fieldtwin run precinct --replicatons 3");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.error, HasSubstr("Did you mean '--replications'?"));
}

TEST_F(Mpi, WorksAloneWhereThereIsOneProcess) {
  EXPECT_EQ(shop.run("mpirun -n 1 --allow-run-as-root fieldtwin run precinct -n 3 -o one").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 3 -o local").code, 0);
  EXPECT_EQ(shop.text("one/summary.json"), shop.text("local/summary.json"));
}

constexpr const char* kLong = "fieldtwin run precinct --set period.days=50 -n 10 -o study";

/// Waits until a task is under way; the process that does it.
pid_t wait_for_task(pid_t mpirun) {
  constexpr int kTaskDepth = 3;  // mpirun, a worker, its task server, the task
  for (;;) {
    for (const Descendant& found : descendants(mpirun)) {
      if (found.depth == kTaskDepth) return found.process;
    }
    usleep(1000);
  }
}

TEST_F(Mpi, AKilledTaskCostsItselfAndIsTriedAgain) {
  const pid_t mpirun = shop.start(std::string(kMpirun) + kLong);
  kill(wait_for_task(mpirun), SIGKILL);
  EXPECT_EQ(wait_for(mpirun), 1);
  {
    Database table(shop.folder() / "study/plan.sqlite", Database::Mode::kOpen);
    Statement failed = table.prepare("SELECT failure FROM task WHERE state = 'failed'");
    ASSERT_TRUE(failed.step());
    EXPECT_THAT(failed.text(0), HasSubstr("killed by signal 9"));
  }
  EXPECT_EQ(under_mpirun(kLong).code, 0);
  EXPECT_EQ(json::parse(shop.text("study/run.json"))["replications_simulated"], 1);
}

TEST_F(Mpi, AnyProcessKilledCostsNothingThatWasFinished) {
  EXPECT_EQ(shop.run(std::string(kLong) + "-undisturbed").code, 0);
  std::mt19937 draw(8);
  for (const int depth : {0, 1, 2}) {
    const pid_t mpirun = shop.start(std::string(kMpirun) + kLong);
    wait_for_task(mpirun);
    usleep(1000 * (draw() % 300));
    pid_t victim = mpirun;
    for (const Descendant& found : descendants(mpirun)) {
      if (found.depth == depth) victim = found.process;
    }
    kill(victim, SIGKILL);
    EXPECT_NE(wait_for(mpirun), 0);
  }
  const Ended ended = under_mpirun(kLong);
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(shop.text("study/summary.json"), shop.text("study-undisturbed/summary.json"));
}

TEST_F(Mpi, AskingPolitelyKeepsWhatIsFinished) {
  const pid_t mpirun = shop.start(std::string(kMpirun) + kLong);
  wait_for_task(mpirun);
  kill(mpirun, SIGTERM);
  EXPECT_NE(wait_for(mpirun), 0);
  EXPECT_EQ(under_mpirun(kLong).code, 0);
  EXPECT_EQ(shop.files("study").size(), 7u);
}

}  // namespace
}  // namespace fieldtwin
