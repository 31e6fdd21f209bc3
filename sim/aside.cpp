#include "sim/aside.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

namespace fieldtwin {
namespace {

void write_all(int file, const char* data, std::size_t size) {
  while (size > 0) {
    const ssize_t written = write(file, data, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // nobody listens any more
    data += written;
    size -= static_cast<std::size_t>(written);
  }
}

std::string read_all(int file) {
  std::string all;
  std::array<char, 1 << 16> buffer;
  while (true) {
    const ssize_t got = read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return all;
    all.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

/// In the child: the numbers or the error goes into the pipe, and the process ends.
[[noreturn]] void answer(int file, pid_t parent, const std::function<std::vector<double>()>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // it died before the line above
  int status = 0;
  try {
    const std::vector<double> numbers = work();
    write_all(file, reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(double));
  } catch (const std::exception& error) {
    write_all(file, error.what(), std::strlen(error.what()));
    status = 1;
  }
  _exit(status);
}

}  // namespace

std::vector<double> worked_out_aside(const std::function<std::vector<double>()>& work) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("cannot open a pipe to a process");
  std::fflush(nullptr);  // or the child would print what this process has buffered
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    throw std::runtime_error("cannot start a process");
  }
  if (child == 0) {
    close(ends[0]);
    answer(ends[1], parent, work);
  }
  close(ends[1]);
  const std::string said = read_all(ends[0]);
  close(ends[0]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (status != 0) {
    const bool spoke = WIFEXITED(status) && !said.empty();
    throw std::runtime_error(spoke ? said : "a process that simulates crashed");
  }
  std::vector<double> numbers(said.size() / sizeof(double));
  std::memcpy(numbers.data(), said.data(), numbers.size() * sizeof(double));
  return numbers;
}

}  // namespace fieldtwin
