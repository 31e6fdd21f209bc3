#pragma once
/// The program as a user runs it.

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace fieldtwin {

/// How a command ended, and what it said.
struct Ended {
  int code = 0;  //!< exit status; 128 + number of the signal that killed it, as in a shell
  std::string out;
  std::string error;
};

/// A folder of its own in which commands are run; removed at the end.
class Workshop {
 public:
  Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;
  ~Workshop();

  /// Runs a shell command in the folder, with the program in the path, no colours set and no
  /// terminal.
  Ended run(const std::string& command) const;
  /// Starts it and returns its process id, the leader of a group of its own; its output is dropped.
  pid_t start(const std::string& command) const;

  const std::filesystem::path& folder() const { return folder_; }
  bool has(const std::string& file) const { return std::filesystem::exists(folder_ / file); }
  std::string text(const std::string& file) const;
  std::vector<std::string> files(const std::string& folder) const;  //!< names, sorted

 private:
  std::filesystem::path folder_;
};

/// Waits for a process; its status as in Ended.
int wait_for(pid_t process);

}  // namespace fieldtwin
