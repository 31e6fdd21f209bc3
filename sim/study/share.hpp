#pragma once
/// A part of a plan's tasks, for one of several programs that work at it side by side.

#include <cstdint>

#include "sim/study/task.hpp"

namespace fieldtwin {

/// The `index`-th of `of` shares, counted from 1. Every task is in one share, whichever tasks there
/// are beside it: replications and studies are dealt out in turn.
struct Share {
  std::uint32_t index = 1;
  std::uint32_t of = 1;

  bool is_all() const { return of == 1; }
  bool has(const StudyTask& task) const {
    return (std::uint64_t{task.study} + task.replication) % of + 1 == index;
  }
};

}  // namespace fieldtwin
