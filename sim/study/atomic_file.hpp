#pragma once
/// Files that are there whole or not at all.

#include <filesystem>
#include <string>
#include <string_view>

namespace fieldtwin {

/// Writes a file under another name, `FILE.part`, and renames it: whoever reads it sees the old
/// text or the new one. Throws DiskError, and leaves no part behind.
void write_atomically(const std::filesystem::path& file, std::string_view text);

/// The text of a file; empty if it cannot be read.
std::string read_text(const std::filesystem::path& file);

}  // namespace fieldtwin
