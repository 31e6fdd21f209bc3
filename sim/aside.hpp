#pragma once
/// Numbers that are worked out in a process of their own, because a process can hold one engine in
/// its life.

#include <functional>
#include <vector>

namespace fieldtwin {

/// Does the work in a child process, and waits for what it returns; all else that the child leaves
/// in memory is lost. The child dies with this process. Throws std::runtime_error with what the
/// work threw, or if the child crashed.
std::vector<double> worked_out_aside(const std::function<std::vector<double>()>& work);

}  // namespace fieldtwin
