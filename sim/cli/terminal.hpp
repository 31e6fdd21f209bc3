#pragma once
/// What the program is talking to.

#include <cstddef>
#include <string>
#include <string_view>

namespace fieldtwin {

enum class Stream { kOut = 1, kError = 2 };

/// Whether a stream is a terminal that can rewrite a line.
bool is_terminal(Stream stream);
/// Columns of the terminal; 80 if it does not say, or if it is none.
std::size_t terminal_width(Stream stream);

/// The text in bold red if the stream is a terminal and NO_COLOR (no-color.org) is not set.
std::string in_red(Stream stream, std::string_view text);
/// The same in bold.
std::string in_bold(Stream stream, std::string_view text);

/// Prints `fieldtwin: error: MESSAGE` to standard error.
void print_error(std::string_view message);

}  // namespace fieldtwin
