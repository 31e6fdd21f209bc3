#pragma once
/// A process that does orders, one at a time.

#include "sim/study/channel.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Does the orders that come through the channel as serve_tasks does tasks, each in a process of
/// its own.
///
/// It forks, so it runs where neither threads nor MPI are: in a process that was forked before
/// either began.
void serve_orders(const Channel& channel, const Simulate& simulate);

}  // namespace fieldtwin
