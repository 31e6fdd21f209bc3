#include "sim/study/task_server.hpp"

#include <system_error>

#include "sim/study/task_messages.hpp"

namespace fieldtwin {
namespace {

void answer(const Channel& channel, const std::vector<TaskEnd>& ends) {
  for (const TaskEnd& end : ends) channel.send(to_bytes(end));
}

}  // namespace

void serve_tasks(const Channel& channel, const QueuedSignals& signals, Executor& processes,
                 const std::function<StudyTask(const std::string&)>& task_of) {
  for (;;) {
    signals.wait(processes.patience(), channel.descriptor());  // the end of a process wakes it too
    answer(channel, processes.ended());
    if (!channel.has_message(std::chrono::milliseconds(0))) continue;
    const auto message = channel.receive();
    if (!message) return;
    if (message->empty()) {
      answer(channel, processes.stop());
      continue;
    }
    const StudyTask task = task_of(*message);
    try {
      processes.start(task);
    } catch (const std::system_error& refused) {
      answer(channel, {{task, TaskFate::kNotStarted, refused.what(), {}}});
    }
  }
}

}  // namespace fieldtwin
