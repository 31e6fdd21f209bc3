#pragma once
/// A process can hold one simulation engine in its life: what needs several runs forks.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>
#include <vector>

namespace fieldtwin {

/// Calls `work`, which returns a std::vector<double>, in a child process and returns what it
/// returned. Throws std::runtime_error if the child crashed or `work` threw.
template <class Work>
std::vector<double> in_child(Work work) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("pipe");
  std::fflush(nullptr);  // or the child would print what the parent has buffered
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    close(ends[0]);
    int status = 0;
    try {
      const std::vector<double> result = work();
      const auto* bytes = reinterpret_cast<const char*>(result.data());
      std::size_t left = result.size() * sizeof(double);
      while (left > 0) {
        const ssize_t written = write(ends[1], bytes, left);
        if (written <= 0) _exit(3);
        bytes += written;
        left -= static_cast<std::size_t>(written);
      }
    } catch (const std::exception& error) {
      std::cerr << error.what() << std::endl;
      status = 2;
    }
    _exit(status);  // not the parent's destructors
  }
  close(ends[1]);
  std::vector<char> bytes;
  char buffer[4096];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;) {
    bytes.insert(bytes.end(), buffer, buffer + n);
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0) throw std::runtime_error("a run in a child process failed");
  std::vector<double> result(bytes.size() / sizeof(double));
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(result.data()));
  return result;
}

}  // namespace fieldtwin
