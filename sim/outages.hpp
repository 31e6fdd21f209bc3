#pragma once
/// A system that is up or down: by chance, and on schedule.

#include <cstdint>
#include <vector>

#include "sim/episodes.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// How often and how long something is down by chance.
struct OutageLaw {
  Probability availability;  //!< long-run share of time that it is up
  Seconds mean_outage;       //!< > 0, unless it is always up
};

/// Up and down by turns: exponential times, down for `mean_outage` on average and up for
/// mean_outage * A / (1 - A), stationary from time 0 on (so that A is the chance of being up at any
/// one time); and down in the scheduled periods too.
///
/// Costs nothing while nobody asks: periods are drawn as questions come, each from its own address
/// Decision::kOutage, (entity << 32 | number of the period), so that answers do not depend on what
/// else was asked. Questions in the order of time are fast; one that goes back begins anew.
class Outages {
 public:
  /// Throws std::invalid_argument if the law is not one.
  Outages(Draws draws, std::uint32_t entity, OutageLaw law,
          const std::vector<Period>& scheduled = {});

  bool is_up(Seconds time);

 private:
  enum class State { kDown, kUp };

  void begin();
  void next();
  void draw_end();

  Draws draws_;
  std::uint32_t entity_;
  OutageLaw law_;
  std::vector<ShareStep> scheduled_;
  State state_ = State::kUp;     //!< in the present period
  std::uint32_t number_ = 0;     //!< of the present period
  Seconds from_{0.0}, to_{0.0};  //!< the present period
};

}  // namespace fieldtwin
