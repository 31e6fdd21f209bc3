#include "tests/acceptance/process_tree.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace fieldtwin {
namespace {

/// The parent of each process. From /proc/PID/stat: the second field is a name in brackets.
std::map<pid_t, pid_t> parents() {
  std::map<pid_t, pid_t> parents;
  std::error_code gone;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", gone)) {
    const pid_t process = std::atoi(entry.path().filename().c_str());
    if (process == 0) continue;
    std::ostringstream text;
    text << std::ifstream(entry.path() / "stat").rdbuf();
    const std::string stat = text.str();
    const auto name_ends = stat.rfind(") ");
    if (name_ends == std::string::npos || stat[name_ends + 2] == 'Z') continue;
    parents[process] = std::atoi(stat.c_str() + name_ends + 4);
  }
  return parents;
}

void add_children(const std::map<pid_t, pid_t>& parents, pid_t of, int depth,
                  std::vector<Descendant>& found) {
  for (const auto& [process, parent] : parents) {
    if (parent != of) continue;
    found.push_back({process, depth});
    add_children(parents, process, depth + 1, found);
  }
}

}  // namespace

std::vector<Descendant> descendants(pid_t ancestor) {
  std::vector<Descendant> found;
  add_children(parents(), ancestor, 1, found);
  return found;
}

}  // namespace fieldtwin
