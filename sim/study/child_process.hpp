#pragma once
/// Processes that this one forks.

#include <sys/types.h>

#include <string>

namespace fieldtwin {

/// Forks a process that is killed when this one dies. Its number here, 0 there. Throws
/// std::system_error.
pid_t fork_child();

/// In a child: a terminal signals the whole group; the parent decides what it means, and kills.
void leave_signals_to_the_parent();

/// How a process came to its end, from the status that wait(2) gave: "killed by signal 11
/// (Segmentation fault)" or "exited with status 3".
std::string cause_of_death(int status);

}  // namespace fieldtwin
