#pragma once
/// What the commands of `matcher` have in common.

#include <CLI/App.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "matcher/interface/extractor.hpp"
#include "sim/cli/exit_code.hpp"

namespace fieldtwin {

struct MatcherOptions {
  std::string vendor = "dlib";
  std::string models;
  bool accurate = false;  //!< as the command line has it
  unsigned jobs = 1;

  void add_to(CLI::App& command);
  Effort effort() const { return accurate ? Effort::kAccurate : Effort::kFast; }
  /// An extractor as they say.
  std::unique_ptr<Extractor> make(Subject subject) const;
};

/// Runs a command of `matcher`: what is wrong with files of the user ends it with kUsage, models that
/// are missing with kFailed, both with a message.
void run_matcher_command(ExitCode& code, const std::function<void()>& work);

/// The templates of files, with a line now and then on standard error.
std::vector<Extraction> extract_with_progress(const std::vector<std::filesystem::path>& files,
                                              const MatcherOptions& options, Subject subject);

/// A photo that is enrolled or searched for, and whose it is said to be.
struct NamedPhoto {
  std::string name;
  std::filesystem::path file;
};
/// The files of a folder by name: those of each folder in it are the folder's, else each file is its
/// own, by its name without ending. Throws DataSetError if there is none.
std::vector<NamedPhoto> named_photos(const std::filesystem::path& folder);

}  // namespace fieldtwin
