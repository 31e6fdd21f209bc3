#pragma once
/// Which study replications belong to.

#include <cstdint>
#include <string>
#include <vector>

namespace fieldtwin {

/// What makes two files parts of the same study. All of it must be equal for replications to go
/// into one file.
struct StudyIdentity {
  std::string version;        //!< of the program
  std::string scenario;       //!< name
  std::string scenario_hash;  //!< of every value of the scenario
  std::uint64_t seed = 0;
  std::string start;                //!< first day, 2025-11-03
  std::uint64_t days = 1;           //!< length of the period
  std::string record;               //!< which encounters are kept: none, cases, all
  std::vector<std::string> states;  //!< postal codes, in the order of the table of states
  bool operator==(const StudyIdentity&) const = default;
};

}  // namespace fieldtwin
