#pragma once
/// The names of cases, as users read and type them.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldtwin {

/// One encounter of a study.
struct CaseId {
  std::uint32_t replication = 0;
  std::uint64_t encounter = 0;  //!< as in EncounterRecord: officer << 24 | number of the stop
  auto operator<=>(const CaseId&) const = default;
};

/// `r12-o837-s5`: the 12th replication's officer 837 and that officer's stop 5, all from 0. The
/// same seed gives the same encounter the same name.
std::string to_text(const CaseId& id);

/// The id that a text names; nothing if it is none.
std::optional<CaseId> parse_case_id(std::string_view text);

/// Up to `most` of the known ids that are closest to one: of the same replication and officer
/// first.
std::vector<CaseId> nearest(const CaseId& id, std::vector<CaseId> known, std::size_t most);

}  // namespace fieldtwin
