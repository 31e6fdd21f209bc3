#include "sim/cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace fieldtwin {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string in_style(Stream stream, std::string_view style, std::string_view text) {
  if (!is_terminal(stream) || !environment("NO_COLOR").empty()) return std::string(text);
  return fmt::format("\033[{}m{}\033[0m", style, text);
}

}  // namespace

bool is_terminal(Stream stream) {
  return isatty(static_cast<int>(stream)) == 1 && environment("TERM") != "dumb";
}

std::size_t terminal_width(Stream stream) {
  winsize size{};
  const bool told = ioctl(static_cast<int>(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return told ? size.ws_col : 80;
}

std::string in_red(Stream stream, std::string_view text) {
  return in_style(stream, "1;31", text);
}

std::string in_bold(Stream stream, std::string_view text) {
  return in_style(stream, "1", text);
}

void print_error(std::string_view message) {
  fmt::print(stderr, "fieldtwin: {} {}\n", in_red(Stream::kError, "error:"), message);
}

}  // namespace fieldtwin
