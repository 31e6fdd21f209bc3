#include "agents/outlook/forecast.hpp"

#include <limits>
#include <utility>

namespace fieldtwin {
namespace {

/// In a long queue nobody's turn comes for many answers: it would cost more to ask at each of them
/// than to hold a few more scans.
constexpr Seconds kBetweenLooks = 60_s;

}  // namespace

Forecast::Forecast(const IceDeskParameters& parameters, const Draws& draws, Turns& turns, Use use)
    : parameters_(parameters), draws_(draws), turns_(turns), use_(std::move(use)) {}

void Forecast::answered(const Stop& stop, Seconds now, Seconds contact, Sent sent) {
  pending_.push_back({stop, now, contact, sent});
  if (now >= next_look_) settle(now);
}

void Forecast::finish() {
  settle(Seconds(std::numeric_limits<double>::infinity()));
}

void Forecast::settle(Seconds now) {
  while (!pending_.empty()) {
    const auto& [stop, answered, contact, sent] = pending_.front();
    const auto visit = desk_visit(parameters_, turns_, draws_, stop.id, contact, now);
    if (!visit) {
      next_look_ = now + kBetweenLooks;
      break;
    }
    use_({stop, answered, *visit, contact, sent});
    pending_.pop_front();
  }
  turns_.forget(pending_.empty() ? now : pending_.front().answered);
}

}  // namespace fieldtwin
