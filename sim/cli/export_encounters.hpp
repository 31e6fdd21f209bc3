#pragma once
/// A study's encounters as a file that `fieldtwin replay` reads.

#include <cstdint>
#include <filesystem>

namespace fieldtwin {

struct ExportedEncounters {
  std::uint64_t rows;
  std::size_t replications;
};

/// Simulates the finished replications of a study again, each in a process of its own, and writes
/// every stop. The file is there whole or not at all. Throws StudyRefused if the study cannot be
/// simulated again, DiskError, and std::runtime_error if a replication does not happen again as it
/// was recorded.
ExportedEncounters export_encounters(const std::filesystem::path& study,
                                     const std::filesystem::path& file);

}  // namespace fieldtwin
