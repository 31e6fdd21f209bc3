#include "sim/study/mpi/order.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "metrics/store/shard_file.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/mpi/order_server.hpp"
#include "sim/study/task_messages.hpp"
#include "tests/sim/study/study_fixture.hpp"

namespace fieldtwin {
namespace {

class OrderTest : public StudyTest {
 protected:
  OrderTest() {
    plan.add({.name = "a",
              .scenario = scenario,
              .seed = UINT64_MAX,
              .record = RecordLevel::kAll,
              .replications = 4});
    std::filesystem::create_directories(output / "a" / "shards");
  }

  /// What an order server in a process of its own answers to messages.
  std::vector<TaskEnd> answers(const std::vector<std::string>& messages) const {
    auto [here, there] = Channel::make();
    const pid_t server = fork();
    if (server == 0) {
      { const Channel unused = std::move(here); }
      serve_orders(there, simulate);
      _exit(0);
    }
    { const Channel unused = std::move(there); }
    std::vector<TaskEnd> ends;
    for (const std::string& message : messages) {
      here.send(message);
      if (messages.size() == 1 || message.empty()) ends.push_back(end_from(*here.receive()));
    }
    { const Channel unused = std::move(here); }
    EXPECT_EQ(waitpid(server, nullptr, 0), server) << "it does not end with its channel";
    return ends;
  }

  StudyPlan plan{output};
};

TEST_F(OrderTest, ComesBackFromBytesAsItWas) {
  const Order order = order_of(plan, {0, 3});
  const Order back = order_from(to_bytes(order));
  EXPECT_EQ(back.task, (StudyTask{0, 3}));
  EXPECT_EQ(back.folder, order.folder);
  EXPECT_EQ(back.scenario, order.scenario);
  EXPECT_EQ(back.record, RecordLevel::kAll);
  EXPECT_EQ(back.identity, plan.identity(0));
  EXPECT_EQ(identity_of(load_scenario_text(back.scenario, "order"), UINT64_MAX, back.record),
            plan.identity(0));
}

TEST_F(OrderTest, AServerLeavesAWholeShard) {
  const auto ends = answers({to_bytes(order_of(plan, {0, 2}))});
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_EQ(ends[0].fate, TaskFate::kDone) << ends[0].why;
  EXPECT_EQ(ShardFile(plan.files(0).shards().whole(2)).replication(), 2u);
}

TEST_F(OrderTest, AServerTellsOfACrash) {
  simulate = [](const Scenario&, std::uint64_t, std::uint32_t, RecordLevel, const CaseSink&) {
    raise(SIGSEGV);
    return ReplicationResult();
  };
  const auto ends = answers({to_bytes(order_of(plan, {0, 2}))});
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_EQ(ends[0].fate, TaskFate::kFailed);
  EXPECT_EQ(ends[0].why, "killed by signal 11 (Segmentation fault)");
  EXPECT_TRUE(plan.files(0).shards().found().empty());
}

TEST_F(OrderTest, AServerRefusesAnotherScenario) {
  Order order = order_of(plan, {0, 2});
  order.identity.scenario_hash = "another";
  const auto ends = answers({to_bytes(order)});
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_EQ(ends[0].fate, TaskFate::kFailed);
  EXPECT_NE(ends[0].why.find("does not read the driver's scenario"), std::string::npos);
}

TEST_F(OrderTest, AServerStopsWhenAsked) {
  simulate = [](const Scenario&, std::uint64_t, std::uint32_t, RecordLevel,
                const CaseSink&) -> ReplicationResult {
    for (;;) pause();
  };
  const auto ends = answers({to_bytes(order_of(plan, {0, 2})), ""});
  ASSERT_EQ(ends.size(), 1u);
  EXPECT_EQ(ends[0].fate, TaskFate::kStopped);
}

}  // namespace
}  // namespace fieldtwin
