#pragma once
/// The federal matching service: gateway, extraction and search servers, and what it keeps.

#include <memory>
#include <vector>

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

/// It has one site, or one for each region that a fault names and one for the rest: each with its
/// share of the servers, and queues of its own.
class MatchingService {
 public:
  /// The servers are the scenario's.
  MatchingService(Calendar& calendar, const Scenario& scenario, const Draws& draws,
                  Backend backend);

  enum class Reachable { kNo, kYes };
  /// For officers of a state: its own site, or one that takes over, is up.
  Reachable reachable(std::uint16_t state);

  /// Handles one request, from the photo's arrival to the answer's departure. `attempt` numbers the
  /// requests of an encounter.
  Task<SearchResult> search(Enquirer who, const Stop& stop, const Photo& photo,
                            std::uint16_t attempt, EncounterLog& log);

  /// The time of one request of another kind than a field scan, which searches a gallery of its own
  /// for so long: through the same servers, at the site that is not a region's.
  Task<> handle(std::uint64_t id, Seconds search_time);

  /// The time that a search of prints from a booking desk takes, with its queues.
  Task<> search_prints(EncounterId id);

  /// Of a request that comes from nobody in the field: how long a server of each pool works on it.
  struct Work {
    Seconds gateway{0.0};
    Seconds extraction{0.0};
    Seconds search{0.0};  //!< on a day on which the database is not slow
  };
  /// Has the gateway alone look at it, at the site of a state.
  Task<> refuse(std::uint16_t state, Work work);
  /// Does all of it, at the site of a state.
  Task<> work_for(std::uint16_t state, Work work);

  /// Whether the gateway, which is flooded, drops a request.
  bool drops(EncounterId id, std::uint16_t attempt) const;

  /// Use of the pools until now.
  void note_use(WorldTotals& totals) const;

  /// The faults that leave some servers, as processes.
  void start_faults();

  /// After the scenario's numbers of servers have changed.
  void refresh_capacity();

 private:
  struct Site {
    Site(Calendar& calendar, Probability share, Failover failover, std::vector<ShareStep> faults);

    Probability share;  //!< of all servers
    Failover failover;
    std::vector<ShareStep> faults;  //!< of this site alone
    Servers gateway;
    Servers extraction;
    Servers search;
  };

  void add_sites();
  Site& site_of(std::uint16_t state);  //!< that handles its requests now
  bool is_up(const Site& site) const;
  Task<> pass_gateway(Site& site, Seconds work);
  Task<> serve(Site& site, Work work);
  Process refresh_at(std::vector<Seconds> times);
  Count gateway_servers() const;  //!< that faults have left, of all sites
  void store_photo(const Storage& storage, EncounterLog& log);

  Calendar& calendar_;
  const Scenario& scenario_;
  Draws draws_;
  Backend backend_;
  std::vector<std::unique_ptr<Site>> sites_;  //!< the rest of the service comes last
  std::vector<std::size_t> home_;             //!< each state's site
};

}  // namespace fieldtwin
