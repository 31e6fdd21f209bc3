#pragma once
/// A process that does orders, one at a time.

#include "sim/study/mpi/channel.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Does the orders that come through the channel, each in a process of its own, and answers each
/// with the TaskEnd. An empty message stops the one that is under way. Returns when the other end
/// is gone.
///
/// It forks, so it runs where neither threads nor MPI are: in a process that was forked before
/// either began.
void serve_tasks(const Channel& channel, const Simulate& simulate);

}  // namespace fieldtwin
