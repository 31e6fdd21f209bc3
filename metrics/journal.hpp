#pragma once
/// Where the model writes what happens. The model knows nothing of who reads it.

#include <cstddef>

#include "metrics/encounter_record.hpp"
#include "metrics/expected_harm.hpp"
#include "metrics/port/crossing_record.hpp"
#include "scenarios/recorded/recorded_stop.hpp"

namespace fieldtwin {

/// What the ICE desk looks like from some moment on.
struct DeskState {
  std::size_t agents;  //!< on duty
  std::size_t busy;
  std::size_t waiting;  //!< calls in the queue
};

/// Something that an attack brings about, beside the encounters.
struct AttackEvent {
  enum class What : std::uint8_t {
    kRequest,     //!< a request reached the service
    kTurnedAway,  //!< and went no further than the gateway, or not even there
    kSession,     //!< a session that no officer began
    kSearch,      //!< a search that no officer asked for
    kRecordSeen,  //!< whose candidate's record was shown to somebody who is no officer
    kPhotoStored,  //!< a photo was kept that no encounter sent, or a second time
  };
  std::uint32_t fault;  //!< its place in the scenario's list
  What what;
  Seconds time;
  Seconds retention{0.0};  //!< of a photo
  double count = 1.0;      //!< how many at once
};
inline constexpr std::size_t kAttackEvents = 6;

/// Receives the events of one replication, in the order of simulated time.
class Journal {
 public:
  virtual ~Journal() = default;

  /// A person is stopped, scanned or not: all that makes the stop happen again when it is replayed.
  /// Scans come when they begin, other stops at any time before. Most have no use for it.
  virtual void stop(const RecordedStop&) {}
  /// A transfer began in a cell so crowded (Network::crowding), and took so many times as long as it
  /// would alone, or was given up after that. Told only to whom it matters.
  enum class TransferEnd { kDelivered, kGivenUp };
  virtual bool wants_transfers() const { return false; }
  virtual void transfer(Area, double /*crowding*/, double /*times_alone*/, TransferEnd) {}
  /// A person of that group was stopped and not scanned.
  virtual void stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) = 0;
  /// An encounter in which somebody is scanned begins: it must come to an end.
  virtual void began(SystemKind, std::uint64_t /*encounter*/) {}
  /// An encounter is over, custody included.
  virtual void encounter(const EncounterRecord& record) = 0;
  /// A traveller is through a port, and the last of a flight has left the line.
  virtual void crossing(const CrossingRecord&) {}
  virtual void boarding(const BoardingRecord&) {}
  /// What the model expects of a scan that was answered: no event, and later than its end.
  virtual void expected(const ExpectedHarm&) {}
  virtual void desk(Seconds time, const DeskState& state) = 0;
  /// A call reached an agent or was given up. `scan`: about a scan, not one of the other calls.
  enum class CallAbout { kScan, kOther };
  enum class CallEnd { kAgent, kAbandoned };
  virtual void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) = 0;
  virtual void attack(const AttackEvent&) {}
};

}  // namespace fieldtwin
