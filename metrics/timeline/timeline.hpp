#pragma once
/// What happens around the faults of a scenario, in bins of a quarter of an hour.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metrics/journal.hpp"
#include "scenarios/fault.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

inline constexpr Seconds kTimelineBin{900.0};

/// What is added up in a bin.
enum class Measure : std::uint8_t {
  kRequests,          //!< that reached the service: officers', ports' and attackers'
  kTurnedAway,        //!< attackers' requests that went no further than the gateway
  kInServiceSeconds,  //!< integral of the officers' requests that are in the service
  kDeskWaitingSeconds,  //!< integral of the calls in ICE's queue
  kScans,               //!< by officers, begun in the bin, as all that follows
  kFailed,              //!< scans without an answer
  kAnswers,
  kAnswerSeconds,  //!< scan began to answer seen, summed
  kCalls,          //!< to ICE about scans
  kIceWaitSeconds,
  kWrongful,    //!< scans that end in a wrongful hold
  kSilentHeld,  //!< people kept for want of an answer
  kTravellers,  //!< who joined a line at a port in the bin, as all that follows
  kNotFound,    //!< of whom the gallery returned nobody
  kManualChecks,     //!< whose documents an officer checked
  kUnconfirmed,      //!< let through without a confirmation by face or by an officer
  kCrossingSeconds,  //!< joined the line to the end of the crossing, summed
};
inline constexpr std::size_t kMeasures = 17;
inline constexpr std::array<std::string_view, kMeasures> kMeasureNames{
    "requests",      "turned_away",      "in_service_seconds", "desk_waiting_seconds",
    "scans",         "failed",           "answers",            "answer_seconds",
    "calls",         "ice_wait_seconds", "wrongful",           "silent_held",
    "travellers",    "not_found",        "manual_checks",      "unconfirmed",
    "crossing_seconds"};

struct TimelineBin {
  std::uint32_t bin = 0;  //!< begins at bin * kTimelineBin
  std::array<double, kMeasures> sums{};
  bool operator==(const TimelineBin&) const = default;
};

/// One fault of the scenario, and what it brought about beside the encounters.
struct FaultResult {
  std::string name;
  std::string kind;  //!< login, surge, ...
  std::string state;  //!< postal code; empty: everywhere
  Seconds from{0.0};
  Seconds until{0.0};
  std::array<double, kAttackEvents> events{};  //!< by AttackEvent::What
  bool operator==(const FaultResult&) const = default;
};
inline constexpr std::array<std::string_view, kAttackEvents> kAttackEventNames{
    "requests", "turned_away", "sessions", "searches", "records_seen", "photos_stored"};

/// Which bins are watched: of each fault, from the midnight (Eastern) before it to the first one
/// that comes 12 hours after its end, a week at most. So the memory depends on the number of
/// faults, never on the length of the period.
std::vector<std::uint32_t> watched_bins(const std::vector<Fault>& faults, Seconds period);

/// Adds up what the journal tells in the bins that are watched; nothing without faults.
class Timeline {
 public:
  Timeline(const std::vector<Fault>& faults, Seconds period);

  void encounter(const EncounterRecord& record);
  void crossing(const CrossingRecord& record);
  void desk(Seconds time, const DeskState& state);
  void call(Seconds began, Seconds waited, Journal::CallAbout about);
  void attack(const AttackEvent& event);

  std::vector<FaultResult> faults() const { return faults_; }
  std::vector<TimelineBin> finish();  //!< in the order of time

 private:
  void add(Measure measure, Seconds time, double value = 1.0);
  void add_span(Measure measure, Seconds from, Seconds to, double height = 1.0);
  void count_requests(const EncounterRecord& record);

  std::vector<FaultResult> faults_;
  std::vector<TimelineBin> bins_;  //!< rising
  Seconds end_{0.0};               //!< of the last bin
  Seconds desk_since_{0.0};
  double desk_waiting_ = 0.0;
};

}  // namespace fieldtwin
