/// Built instead of mpi_world.cpp where there is no MPI.

#include <stdexcept>

#include "sim/study/mpi/mpi_world.hpp"

namespace fieldtwin {

bool is_built_with_mpi() {
  return false;
}

int run_in_mpi_world(const Launched&, const Simulate&, const std::function<int()>&) {
  throw std::runtime_error(
      "this fieldtwin was built without MPI (Open MPI was not found when it was built). Start it "
      "without mpirun, or install libopenmpi-dev and build it again.");
}

std::unique_ptr<Executor> mpi_executor(const StudyPlan&) {
  return nullptr;
}

unsigned mpi_workers() {
  return 0;
}

}  // namespace fieldtwin
