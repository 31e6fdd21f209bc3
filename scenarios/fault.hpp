#pragma once
/// Faults and attacks: events of a scenario that begin and end at set times.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// What happens. What each means to a user, and which of the fields below it has, stands in
/// scenarios/fault_register.
enum class FaultKind : std::uint8_t {
  kLogin,              //!< sign-ins fail
  kService,            //!< the matching service, or one of its regions, has fewer servers
  kUplink,             //!< cells have less capacity
  kCarrier,            //!< the devices on one carrier are without a network
  kIceDesk,            //!< agents are missing
  kSurge,              //!< more people are stopped in one place
  kSlowDatabase,       //!< searches take longer
  kStolenCredentials,  //!< somebody who is no officer searches
  kSpoofing,           //!< pictures are held up instead of faces
  kReplayedRequests,   //!< requests are sent again
  kFlood,              //!< many requests without a session
  kStaleManifest,      //!< ports search galleries that were made from old manifests
};
inline constexpr std::size_t kFaultKinds = 12;

/// Whether another region takes over the requests of one that is down.
enum class Failover : std::uint8_t { kNo, kYes };

/// One event. Fields that its kind does not have keep the values below, which mean "as ever".
struct Fault {
  FaultKind kind{};
  std::string name{};             //!< names it in results: letters, digits, '_' and '-'
  std::string state{};            //!< postal code; empty: everywhere
  std::optional<Area> area{};     //!< surge: of the officers; none: all
  Seconds from{0.0};              //!< since the start of the period
  Seconds until{0.0};             //!< not included
  Probability capacity{1.0};      //!< what is left; 0: down
  std::string region{};           //!< service: of its servers; empty: all of it
  std::vector<std::string> states{};  //!< service: those that the region serves
  Failover failover = Failover::kNo;  //!< service: of the region's requests
  Probability share{0.0};  //!< of the service's servers (region), devices (carrier), photos
                           //!< (spoofing), requests (replayed) or travellers (stale manifest)
  Count factor{1.0};       //!< surge: of stops; slow database: of the search time
  Count rate{0.0};         //!< stolen credentials: searches an hour; flood: requests a second
  /// Flood: requests a second that a limit lets through.
  Count limit{std::numeric_limits<double>::infinity()};
  Seconds backlog{0.0};         //!< flood: longest wait that the gateway lets build up
  Count copies{0.0};            //!< replayed: of each request
  Seconds gap{0.0};             //!< replayed: between one copy and the next
  Probability recognised{0.0};  //!< replayed: copies that the gateway refuses

  bool is_on(Seconds time) const { return from <= time && time < until; }
};

}  // namespace fieldtwin
