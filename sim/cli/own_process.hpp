#pragma once
/// Work that needs a process of its own, because a process can hold one engine in its life.

#include <functional>

namespace fieldtwin {

/// Does the work in a child process, and waits for it. Throws std::runtime_error with what the work
/// threw, or if the child crashed. What the child leaves in memory is lost.
void in_own_process(const std::function<void()>& work);

}  // namespace fieldtwin
