#pragma once
/// The federal matching service: gateway, extraction and search servers, and what it keeps.

#include "agents/backend.hpp"
#include "agents/encounter/answer.hpp"
#include "agents/encounter/log.hpp"
#include "agents/encounter/stop.hpp"
#include "matcher/matcher.hpp"
#include "metrics/collector.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calendar.hpp"
#include "sim/random/draws.hpp"
#include "sim/servers.hpp"

namespace fieldtwin {

/// Whose request it is: the system's own records of a gallery, its storage, its matcher.
struct Enquirer {
  const Scenario& scenario;
  const Matcher& matcher;
};

class MatchingService {
 public:
  /// The servers are the scenario's.
  MatchingService(Calendar& calendar, const Scenario& scenario, const Draws& draws,
                  Backend backend);

  enum class Reachable { kNo, kYes };
  Reachable reachable();

  /// Handles one request, from the photo's arrival to the answer's departure. `attempt` numbers the
  /// requests of an encounter.
  Task<SearchResult> search(Enquirer who, const Stop& stop, const Photo& photo,
                            std::uint16_t attempt, EncounterLog& log);

  /// The time of one request of another kind than a field scan, which searches a gallery of its own
  /// for so long: through the same servers.
  Task<> handle(std::uint64_t id, Seconds search_time);

  /// The time that a search of prints from a booking desk takes, with its queues.
  Task<> search_prints(EncounterId id);

  /// Use of the pools until now.
  void note_use(WorldTotals& totals) const;

  /// The faults that leave some servers, as a process.
  Process follow_faults();

  /// After the scenario's numbers of servers have changed.
  void refresh_capacity() { set_capacity(share_); }

 private:
  void set_capacity(Probability share);  //!< the share of the servers that work from now on
  void store_photo(const Storage& storage, EncounterLog& log);

  Calendar& calendar_;
  const Scenario& scenario_;
  Draws draws_;
  Backend backend_;
  Probability share_{1.0};  //!< of the servers that faults have left
  Servers gateway_;
  Servers extraction_;
  Servers search_;
};

}  // namespace fieldtwin
