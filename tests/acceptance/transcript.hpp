#pragma once
/// Sessions at a shell, written down with what they must print.

#include <filesystem>
#include <string>
#include <vector>

namespace fieldtwin {

/// A text in which lines indented by two spaces are a session, and all others are commentary:
///
///     An unknown command is answered with the one that was probably meant.
///       $ fieldtwin rnu
///       fieldtwin: error: ...
///       [2]
///
/// `$ ` begins a command and `> ` continues it; then come its output, standard error included, and
/// in brackets its exit status if that is not 0. The source folder is written SOURCE.
std::string play_transcript(const std::string& transcript);

/// All transcripts of a folder, sorted.
std::vector<std::filesystem::path> transcripts_in(const std::filesystem::path& folder);

}  // namespace fieldtwin
