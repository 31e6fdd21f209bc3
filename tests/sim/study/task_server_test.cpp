#include "sim/study/task_server.hpp"

#include <gtest/gtest.h>

#include <system_error>
#include <thread>

#include "sim/study/task_messages.hpp"

namespace fieldtwin {
namespace {

/// Of even tasks, each ends at once; the system refuses to start odd ones.
class EvenTasks : public Executor {
 public:
  bool has_room() const override { return true; }
  bool is_idle() const override { return ends_.empty(); }
  void start(const StudyTask& task) override {
    if (task.replication % 2 == 1) throw std::system_error(EAGAIN, std::generic_category(), "odd");
    ends_.push_back({task, TaskFate::kDone, {}, {}});
  }
  std::vector<TaskEnd> ended() override { return std::exchange(ends_, {}); }
  std::vector<TaskEnd> stop() override { return ended(); }
  std::chrono::milliseconds patience() const override { return std::chrono::milliseconds(1); }

 private:
  std::vector<TaskEnd> ends_;
};

TEST(TaskServer, AnswersEachTaskAndTellsOfThoseThatCannotBeStarted) {
  const QueuedSignals signals;
  auto [here, there] = Channel::make();
  EvenTasks tasks;
  std::thread server([&] { serve_tasks(there, signals, tasks, task_from); });
  for (std::uint32_t i = 0; i < 4; ++i) {
    here.send(to_bytes(StudyTask{7, i}));
    const TaskEnd end = end_from(*here.receive());
    EXPECT_EQ(end.task, (StudyTask{7, i}));
    EXPECT_EQ(end.fate, i % 2 == 1 ? TaskFate::kNotStarted : TaskFate::kDone);
    EXPECT_EQ(end.why.find("odd") != std::string::npos, i % 2 == 1) << end.why;
  }
  { const Channel unused = std::move(here); }
  server.join();  // it returns when the other end is gone
}

}  // namespace
}  // namespace fieldtwin
