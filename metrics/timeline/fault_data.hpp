#pragma once
/// What happened around the faults of a scenario, in all replications side by side.

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "metrics/store/sqlite.hpp"
#include "metrics/timeline/timeline.hpp"

namespace fieldtwin {

/// One bin in one world: each measure by replication.
using BinValues = std::array<std::vector<double>, kMeasures>;

/// The two worlds that a study with faults simulates with the same random numbers.
enum class FaultWorld : std::uint8_t { kAsItIs, kWithout };
inline constexpr std::size_t kFaultWorlds = 2;

struct FaultData {
  /// A fault and, by replication, what it brought about beside the encounters.
  struct OfFault {
    FaultResult fault;  //!< its events are not filled in
    std::array<std::vector<double>, kAttackEvents> events;
  };
  std::vector<OfFault> faults;      //!< in the order of the scenario's list
  std::vector<std::uint32_t> bins;  //!< that were watched, rising
  std::array<std::vector<BinValues>, kFaultWorlds> worlds;  //!< by world, then as `bins`

  const std::vector<double>& values(FaultWorld world, std::size_t bin, Measure measure) const {
    return worlds[index_of(world)][bin][index_of(measure)];
  }
};

/// Reads them from a store, replications below `first`; `place`: of each in the vectors.
FaultData read_fault_data(Database& database, std::int64_t first,
                          const std::map<std::uint32_t, std::size_t>& place);

/// The bins that were watched for one fault alone: places in `bins`.
std::vector<std::size_t> bins_around(const FaultData& data, const FaultResult& fault);

}  // namespace fieldtwin
