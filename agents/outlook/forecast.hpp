#pragma once
/// Waits until it is known what each answered scan's call to ICE would have met.

#include <deque>
#include <functional>

#include "agents/outlook/circumstances.hpp"

namespace fieldtwin {

/// Takes the answered scans of a replication and hands on their circumstances, in the order of the
/// answers. Reads the memory of the desk's queue alone: it is no event, and nobody waits for it.
class Forecast {
 public:
  using Use = std::function<void(const Circumstances&)>;

  /// `turns`: of the desk; what nobody will ask about any more is dropped from it.
  Forecast(const IceDeskParameters& parameters, const Draws& draws, Turns& turns, Use use);

  /// A scan was answered. `contact`: when "contact ICE" is or would be on the screen.
  void answered(const Stop& stop, Seconds now, Seconds contact, Sent sent);

  /// The replication is over: whoever still waits waits in vain.
  void finish();

 private:
  struct Pending {
    Stop stop;
    Seconds answered;
    Seconds contact;
    Sent sent;
  };

  void settle(Seconds now);

  const IceDeskParameters& parameters_;
  Draws draws_;
  Turns& turns_;
  Use use_;
  std::deque<Pending> pending_;
  Seconds next_look_{0.0};  //!< not before this is it worth asking whether the first has its turn
};

}  // namespace fieldtwin
