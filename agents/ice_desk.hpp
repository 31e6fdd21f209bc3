#pragma once
/// The ICE call centre: agents, their queue, and what they decide.

#include "agents/encounter/log.hpp"
#include "agents/encounter/review.hpp"
#include "metrics/journal.hpp"
#include "scenarios/scenario.hpp"
#include "sim/calendar.hpp"
#include "sim/random/draws.hpp"
#include "sim/servers.hpp"

namespace fieldtwin {

/// What the officer is told in the end, and from which search.
struct DeskAnswer {
  Verdict verdict;
  File file = File::kRight;
};

class IceDesk {
 public:
  IceDesk(Calendar& calendar, const Scenario& scenario, const Draws& draws, Journal& journal);

  /// An officer calls with a reference number, again after hanging up, until an agent has decided
  /// or the officer gives up.
  Task<DeskAnswer> ask(const Stop& stop, const SearchResult& result, EncounterLog& log);

  /// Ends the officer's call if it is still in the queue: patience or time has run out.
  void hang_up(EncounterLog& log);

  Servers& agents() { return agents_; }

  /// A call that has nothing to do with a scan; `number` counts them.
  Task<> other_call(std::uint64_t number);

 private:
  Seconds handle_time(const Stop& stop, EncounterLog& log) const;

  Calendar& calendar_;
  const IceDeskParameters& parameters_;
  const Records& records_;
  Draws draws_;
  Journal& journal_;
  Servers agents_;
};

/// The other calls of the day, as a Poisson process until `end`.
Process other_calls(IceDesk& desk, Calendar& calendar, const Scenario& scenario, Draws draws,
                    Seconds end);

}  // namespace fieldtwin
