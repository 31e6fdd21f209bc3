#include "sim/cli/own_process.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "sim/study/child_process.hpp"
#include "sim/study/last_words.hpp"

namespace fieldtwin {

void in_own_process(const std::function<void()>& work) {
  LastWords words(1);
  std::fflush(nullptr);  // or the child would print what this process has buffered
  const pid_t child = fork_child();
  if (child == 0) {
    int status = 0;
    try {
      work();
    } catch (const std::exception& error) {
      words.say(0, error.what());
      status = 1;
    }
    _exit(status);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status == 0) return;
  const std::string said = words.heard(0);
  throw std::runtime_error(said.empty() ? "a process that simulates crashed" : said);
}

}  // namespace fieldtwin
