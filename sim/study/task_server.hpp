#pragma once
/// Tasks done for another process.

#include <functional>
#include <string>

#include "sim/study/channel.hpp"
#include "sim/study/executor.hpp"
#include "sim/study/queued_signals.hpp"

namespace fieldtwin {

/// Starts a task for each message that comes through the channel, and answers each with the
/// TaskEnd. An empty message stops those that are under way. Returns when the other end is gone.
///
/// `task_of` reads a message. There are never more tasks under way than `processes` has room for.
void serve_tasks(const Channel& channel, const QueuedSignals& signals, Executor& processes,
                 const std::function<StudyTask(const std::string&)>& task_of);

}  // namespace fieldtwin
