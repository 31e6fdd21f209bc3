#pragma once
/// All that is kept of one replication.

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metrics/amounts.hpp"
#include "metrics/desk_series.hpp"
#include "metrics/encounter_record.hpp"
#include "metrics/fingerprint.hpp"
#include "metrics/statistics/log_linear_histogram.hpp"
#include "metrics/tally.hpp"
#include "metrics/timeline/timeline.hpp"

namespace fieldtwin {

/// The stretches of an encounter whose length is measured.
enum class Stage : std::uint8_t {
  kSignIn,       //!< a fresh sign-in
  kUplink,       //!< first request to photo received
  kMatch,        //!< photo received to candidate list
  kAnswer,       //!< scan began to answer seen
  kIceWait,      //!< of each call about a scan, until an agent came or the caller hung up
  kDisposition,  //!< scan began to the officer's decision, of every scan
};
inline constexpr std::size_t kStages = 6;
inline constexpr std::array<std::string_view, kStages> kStageNames{
    "sign_in", "uplink", "match", "answer", "ice_wait", "disposition"};

/// Latencies of a stage in seconds: of all scans (no state), or of those in one state.
struct StageLatency {
  Stage stage;
  std::string state;  //!< postal code; empty: everywhere
  LogLinearHistogram seconds;
  bool operator==(const StageLatency&) const = default;
};

/// All stages of everywhere, then the states by postal code: the order of every such list.
inline auto latency_order(const StageLatency& latency) {
  return std::pair(std::string_view(latency.state), latency.stage);
}

/// One replication, as plain data. All vectors are in a fixed order, so equal replications are
/// equal in every byte.
struct ReplicationResult {
  std::uint32_t replication = 0;
  Fingerprint fingerprint;
  std::array<double, kAmounts> totals{};
  std::vector<TallyRow> tally;
  std::vector<StageLatency> latency;  //!< all stages, and kAnswer by state
  std::vector<DeskBin> desk;
  std::vector<EncounterRecord> cases;  //!< by id; empty if a CaseSink took them
  std::vector<FaultResult> faults;     //!< in the order of the scenario's list
  std::vector<TimelineBin> timeline;   //!< around the faults; none without any
  std::vector<TimelineBin> timeline_without;  //!< the same as they are without the faults

  double total(Amount amount) const { return totals[index_of(amount)]; }
};

/// Takes the encounters that are kept whole as they end, so that they need not be held in memory.
using CaseSink = std::function<void(const EncounterRecord&)>;

}  // namespace fieldtwin
