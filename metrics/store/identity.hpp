#pragma once
/// Which study a results file belongs to, as written in it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "metrics/store/sqlite.hpp"
#include "metrics/store/study_identity.hpp"

namespace fieldtwin {

/// Makes the tables of a new file, and writes the identity. Within the caller's transaction.
void create_tables(Database& database, const StudyIdentity& identity);

/// Whether the file is new and has no tables yet.
bool is_blank(Database& database);

/// A results file or a shard of another build of the program: it is whole, but cannot be read here.
class ForeignFile : public StoreError {
 public:
  using StoreError::StoreError;
};

/// The identity that is written in the file. StoreError if it is not a results file or has another
/// version of the tables.
StudyIdentity read_identity(Database& database);

/// The same as lines of text, `key=value`.
std::string identity_lines(const StudyIdentity& identity);
/// Back again. StoreError as for read_identity; `path` is for messages.
StudyIdentity identity_from_lines(std::string_view lines, const std::filesystem::path& path);

/// StoreError, saying what differs, unless a file of identity `found` may take replications of
/// `wanted`.
void require_same_study(const std::filesystem::path& path, const StudyIdentity& found,
                        const StudyIdentity& wanted);

}  // namespace fieldtwin
