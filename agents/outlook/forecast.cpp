#include "agents/outlook/forecast.hpp"

#include <limits>
#include <utility>

#include "agents/encounter/human_check.hpp"

namespace fieldtwin {
namespace {

/// In a long queue nobody's turn comes for many answers: it would cost more to ask at each of them
/// than to hold a few more scans.
constexpr Seconds kBetweenLooks = 60_s;

}  // namespace

Forecast::Forecast(const Scenario& scenario, const Draws& draws, Turns& turns, Use use)
    : scenario_(scenario), draws_(draws), turns_(turns), use_(std::move(use)) {}

void Forecast::answered(const Stop& stop, Seconds now) {
  pending_.push_back(
      {stop, now, contact_shown(scenario_.safeguards.human_check, now, draws_, stop.id)});
  if (now >= next_look_) settle(now);
}

void Forecast::finish() {
  settle(Seconds(std::numeric_limits<double>::infinity()));
}

void Forecast::settle(Seconds now) {
  while (!pending_.empty()) {
    const auto& [stop, answered, contact] = pending_.front();
    const auto visit = desk_visit(scenario_.ice, turns_, draws_, stop.id, contact, now);
    if (!visit) {
      next_look_ = now + kBetweenLooks;
      break;
    }
    use_({stop, answered, *visit, contact});
    pending_.pop_front();
  }
  turns_.forget(pending_.empty() ? now : pending_.front().answered);
}

}  // namespace fieldtwin
