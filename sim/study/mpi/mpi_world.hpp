#pragma once
/// The processes that mpirun started together: the first one runs the command, the others do the
/// tasks that it hands out.

#include <functional>
#include <memory>

#include "sim/study/executor.hpp"
#include "sim/study/launched.hpp"
#include "sim/study/queued_signals.hpp"
#include "sim/study/study_plan.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Whether this program can work under mpirun.
bool is_built_with_mpi();

/// For a process that was not launched alone. In the driver, rank 0: runs `drive`, during which
/// mpi_executor may be used, and returns its result once the workers have been told to go. In the
/// others: works until then, and returns 0. Throws std::runtime_error if MPI does not find the
/// processes that the launcher started, or was not built in.
int run_in_mpi_world(const Launched& launched, const Simulate& simulate,
                     const std::function<int()>& drive);

/// Has the tasks of a plan done by the workers, one by each at a time; nothing if this process does
/// not drive any. They share the plan's folder, on a file system that all of them see.
std::unique_ptr<Executor> mpi_executor(const StudyPlan& plan);

/// Workers that this process drives; 0 outside of an MPI world.
unsigned mpi_workers();

}  // namespace fieldtwin
