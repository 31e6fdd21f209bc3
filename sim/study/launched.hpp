#pragma once
/// Whether a launcher of MPI programs started this process, with others.

#include <optional>

namespace fieldtwin {

/// This process among those that were started together.
struct Launched {
  unsigned rank;
  unsigned size;
};

/// As the environment tells, which Open MPI's mpirun, MPICH's and Slurm's srun set; nothing if it
/// was started without any of them.
std::optional<Launched> launched();

}  // namespace fieldtwin
