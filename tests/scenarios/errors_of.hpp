#pragma once
/// What is wrong with a scenario, as lines of text.

#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

inline std::string errors_of(const std::string& text, const LoadOptions& options = {}) {
  try {
    load_scenario_text(text, "test.yaml", options);
  } catch (const ScenarioErrors& errors) {
    return errors.what();
  }
  return "";
}

/// What is wrong with a shipped scenario after `--set`.
inline std::string errors_of_set(const std::vector<std::string>& overrides) {
  try {
    load_scenario("precinct", overrides);
  } catch (const ScenarioErrors& errors) {
    return errors.what();
  }
  return "";
}

/// A file that is gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  /// Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& text) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The text of a file, which must exist.
std::string text_of(const std::filesystem::path& file);

}  // namespace fieldtwin
