#include "tests/acceptance/transcript.hpp"

#include <algorithm>
#include <sstream>

#include "folders.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

bool begins(const std::string& line, const std::string& with) {
  return line.compare(0, with.size(), with) == 0;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What the session shows below a command.
std::string output_of(const std::string& command, const Workshop& workshop) {
  const Ended ended = workshop.run("exec 2>&1\n" + command);
  std::istringstream lines(replace_all(ended.out, FIELDTWIN_SOURCE_DIR, "SOURCE"));
  std::string shown;
  for (std::string line; std::getline(lines, line);) shown += "  " + line + "\n";
  if (ended.code != 0) shown += "  [" + std::to_string(ended.code) + "]\n";
  return shown;
}

}  // namespace

std::string play_transcript(const std::string& transcript) {
  const Workshop workshop;
  std::istringstream lines(transcript);
  std::string played, command;
  const auto finish_command = [&] {
    if (!command.empty()) played += output_of(command, workshop);
    command.clear();
  };
  for (std::string line; std::getline(lines, line);) {
    const bool continues = begins(line, "  > ") || line == "  >";
    if (!continues) finish_command();
    if (begins(line, "  $ ") || continues) {
      command += (line.size() > 4 ? line.substr(4) : "") + "\n";
      played += line + "\n";
    } else if (!begins(line, "  ")) {
      played += line + "\n";
    }
  }
  finish_command();
  return played;
}

std::vector<std::filesystem::path> transcripts_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace fieldtwin
