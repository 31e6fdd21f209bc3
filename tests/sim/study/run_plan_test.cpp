#include "sim/study/run_plan.hpp"

#include <gmock/gmock.h>
#include <signal.h>

#include <set>

#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/plan_table.hpp"
#include "tests/sim/study/study_fixture.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

class RunPlan : public StudyTest {
 protected:
  PlannedStudy study(const std::string& name, std::uint32_t replications,
                     const std::vector<std::string>& overrides = {}) const {
    return {.name = name,
            .scenario = load_scenario("precinct", overrides),
            .seed = 1,
            .record = RecordLevel::kCases,
            .replications = replications};
  }
  PlanRun run_all(StudyPlan& plan, unsigned jobs = 2) const {
    return run_plan(plan, {.jobs = jobs}, simulate, [](const StudyProgress&) {});
  }
  /// `study replication state attempts` of each task.
  std::vector<std::string> table() const {
    Database database(output / "plan.sqlite", Database::Mode::kOpen);
    Statement query = database.prepare(
        "SELECT study || ' ' || replication || ' ' || state || ' ' || attempts FROM task "
        "ORDER BY study, replication");
    std::vector<std::string> rows;
    while (query.step()) rows.push_back(query.text(0));
    return rows;
  }
  std::string of_failed(const std::string& column) const {
    Database database(output / "plan.sqlite", Database::Mode::kOpen);
    Statement query = database.prepare("SELECT " + column + " FROM task WHERE state = 'failed'");
    return query.step() ? query.text(0) : "";
  }
};

TEST_F(RunPlan, MakesAnOrdinaryStudyOfEachPoint) {
  StudyPlan plan(output);
  EXPECT_EQ(plan.add(study("a", 2)), 0u);
  EXPECT_EQ(plan.add(study("b", 3, {"sign_in.idle_limit=7 min"})), 1u);
  const PlanRun done = run_all(plan);
  EXPECT_TRUE(done.is_whole());
  EXPECT_EQ(done.progress.simulated, 5u);
  EXPECT_EQ(done.studies[1].progress.simulated, 3u);
  EXPECT_EQ(plan.data(0).replications(), 2u);
  EXPECT_EQ(plan.data(1).replications(), 3u);
  EXPECT_THAT(plan.finished(1), ElementsAre(0, 1, 2));
  EXPECT_THAT(table(),
              ElementsAre("a 0 done 1", "a 1 done 1", "b 0 done 1", "b 1 done 1", "b 2 done 1"));
  const StudyPlan alone(folder / "alone");
  output = folder / "alone" / "b";
  scenario = load_scenario("precinct", {"sign_in.idle_limit=7 min"});
  run(3);
  ResultStore store = ResultStore::open(output / "results.sqlite");
  EXPECT_EQ(StudyData(store).fingerprint(), plan.data(1).fingerprint());
}

TEST_F(RunPlan, GrowsByReplicationsAndPoints) {
  StudyPlan plan(output);
  plan.add(study("a", 2));
  run_all(plan);
  plan.raise(0, 4);
  plan.raise(0, 1);
  plan.add(study("b", 1, {"sign_in.idle_limit=7 min"}));
  const PlanRun more = run_all(plan);
  EXPECT_EQ(more.progress.simulated, 3u);
  EXPECT_EQ(more.progress.planned, 5u);
  EXPECT_EQ(plan.data(0).replications(), 4u);
  EXPECT_EQ(run_all(plan).progress.simulated, 0u);
}

TEST_F(RunPlan, GoesOnInAnotherProcess) {
  {
    StudyPlan plan(output);
    plan.add(study("a", 2));
    run_all(plan);
  }
  StudyPlan plan(output);
  plan.add(study("a", 3));
  plan.add(study("b", 1));
  EXPECT_EQ(run_all(plan).progress.simulated, 2u);
}

TEST_F(RunPlan, ReadsTheReplicationsThatWereAskedForAlone) {
  output = folder / "plan" / "a";
  run(5);
  StudyPlan plan(folder / "plan");
  plan.add(study("a", 3));
  EXPECT_TRUE(run_all(plan).is_whole());
  EXPECT_EQ(plan.data(0).replications(), 3u);
}

TEST_F(RunPlan, ACrashCostsItsOwnTaskAndIsRecorded) {
  simulate = [](const Scenario& s, std::uint64_t seed, std::uint32_t replication, RecordLevel r,
                const CaseSink&) {
    if (replication == 1) raise(SIGSEGV);
    return made_up_result(s, seed, replication, r);
  };
  StudyPlan plan(output);
  plan.add(study("a", 2));
  plan.add(study("b", 1));
  const PlanRun done = run_all(plan);
  EXPECT_FALSE(done.is_whole());
  ASSERT_EQ(done.studies[0].failures.size(), 1u);
  EXPECT_THAT(table(), ElementsAre("a 0 done 1", "a 1 failed 1", "b 0 done 1"));
  EXPECT_THAT(of_failed("failure"), HasSubstr("signal 11"));
  EXPECT_EQ(of_failed("seed"), "1");
  EXPECT_EQ(of_failed("scenario"), "precinct");
  EXPECT_EQ(of_failed("scenario_hash"), plan.identity(0).scenario_hash);
  simulate = made_up_result;
  EXPECT_TRUE(run_all(plan).is_whole());
  EXPECT_THAT(table(), ElementsAre("a 0 done 1", "a 1 done 2", "b 0 done 1"));
}

TEST_F(RunPlan, RefusesAnotherStudyBeforeAnythingIsDone) {
  output = folder / "plan" / "a";
  run(1, 2, 9);
  StudyPlan plan(folder / "plan");
  EXPECT_THROW(plan.add(study("a", 1)), StudyRefused);
  EXPECT_THROW((plan.add(study("b", 1)), plan.add(study("b", 1))), std::invalid_argument);
  EXPECT_FALSE(fs::exists(folder / "plan" / "plan.sqlite"));
}

TEST_F(RunPlan, APlanTableThatCannotBeReadIsMadeAnew) {
  fs::create_directories(output);
  write_atomically(output / "plan.sqlite", std::string(5000, 'x'));
  StudyPlan plan(output);
  plan.add(study("a", 1));
  EXPECT_TRUE(run_all(plan).is_whole());
  EXPECT_THAT(table(), ElementsAre("a 0 done 1"));
}

TEST(TaskId, IsAnotherForEachInput) {
  const auto scenario = load_scenario("precinct");
  const auto other = load_scenario("precinct", {"sign_in.idle_limit=7 min"});
  const auto id = identity_of(scenario, 1, RecordLevel::kCases);
  const std::vector<std::string> ids{task_id(id, "a", 0),
                                     task_id(id, "b", 0),
                                     task_id(id, "a", 1),
                                     task_id(identity_of(scenario, 2, RecordLevel::kCases), "a", 0),
                                     task_id(identity_of(scenario, 1, RecordLevel::kAll), "a", 0),
                                     task_id(identity_of(other, 1, RecordLevel::kCases), "a", 0)};
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
  EXPECT_EQ(ids[0], task_id(id, "a", 0));
  EXPECT_EQ(ids[0].size(), 16u);
}

}  // namespace
}  // namespace fieldtwin
