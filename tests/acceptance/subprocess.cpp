#include "tests/acceptance/subprocess.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "folders.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

void send_to(int descriptor, const fs::path& file) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(126);
  close(opened);
}

/// In the child: the command in the folder, its output to files.
[[noreturn]] void become(const std::string& command, const fs::path& folder, const fs::path& out,
                         const fs::path& error) {
  send_to(STDOUT_FILENO, out);
  send_to(STDERR_FILENO, error);
  const std::string path = std::string(FIELDTWIN_BINARY_DIR) + ":" + getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  unsetenv("NO_COLOR");
  unsetenv("FIELDTWIN_DATA");
  if (chdir(folder.c_str()) != 0) _exit(126);
  execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(126);
}

std::string read_all(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  if (stream) text << stream.rdbuf();
  return text.str();
}

}  // namespace

Workshop::Workshop() {
  std::string name = testing::TempDir() + "fieldtwin-acceptance-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder");
  folder_ = name;
}

Workshop::~Workshop() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  for (const char* stream : {".out", ".error"}) fs::remove(folder_.string() + stream, ignored);
}

Ended Workshop::run(const std::string& command) const {
  const fs::path out = folder_.string() + ".out", error = folder_.string() + ".error";
  const pid_t process = fork();
  if (process == 0) become(command, folder_, out, error);
  const int code = wait_for(process);
  return {code, read_all(out), read_all(error)};
}

pid_t Workshop::start(const std::string& command) const {
  const pid_t process = fork();
  if (process == 0) {
    setpgid(0, 0);
    become("exec " + command, folder_, "/dev/null", "/dev/null");
  }
  setpgid(process, process);
  return process;
}

std::string Workshop::text(const std::string& file) const {
  return read_all(folder_ / file);
}

std::vector<std::string> Workshop::files(const std::string& folder) const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / folder)) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

int wait_for(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace fieldtwin
