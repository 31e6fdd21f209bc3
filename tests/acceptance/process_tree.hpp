#pragma once
/// Who started whom.

#include <sys/types.h>

#include <vector>

namespace fieldtwin {

/// A process and how far it descends from another: 1 for its child, 2 for a child's child.
struct Descendant {
  pid_t process;
  int depth;
};

/// The living descendants of a process, as far as they can be seen at this moment.
std::vector<Descendant> descendants(pid_t ancestor);

}  // namespace fieldtwin
