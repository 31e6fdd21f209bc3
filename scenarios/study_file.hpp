#pragma once
/// Files that are no scenario but a study of one: a sweep of its parameters, or a question about its
/// capacity.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/load.hpp"

namespace fieldtwin {

enum class StudyKind {
  kSweep,     //!< fieldtwin sweep: has factors
  kCapacity,  //!< fieldtwin capacity: has a service level, slo
};

/// "sweep", "capacity": the command that runs it.
std::string_view name_of(StudyKind kind);

/// One shipped study, for a list of them.
struct StudyEntry {
  std::string name;
  StudyKind kind;
  std::string title;
  std::string question;
};

/// The shipped studies by name, as their files say; those without a kind are left out.
std::vector<StudyEntry> list_studies(const LoadOptions& options = {});

/// Names of the shipped studies, sorted.
std::vector<std::string> shipped_studies(const std::filesystem::path& data_root);

/// The file of a study, named by its file or by its shipped name; nothing, and an error, if there
/// is none.
std::optional<std::filesystem::path> find_study(const std::string& name_or_file,
                                                const std::filesystem::path& data_root,
                                                ErrorList& errors);

/// What kind of study a name or file stands for, by the keys of the file; nothing if it is a
/// scenario's, or none that can be read.
std::optional<StudyKind> kind_of_study(const std::string& name_or_file,
                                       const LoadOptions& options = {});

}  // namespace fieldtwin
