#include "metrics/statistics/stopping.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace fieldtwin {

namespace {

constexpr std::size_t kLooksAhead = 5;

}  // namespace

std::size_t look_ahead(std::size_t n) {
  return std::max(kLooksAhead, kLooksAhead * n / 100);
}

std::size_t next_look(std::size_t n, double missed_by) {
  const double lacking = static_cast<double>(n) * (missed_by * missed_by - 1.0) / 2.0;
  const double most = static_cast<double>(n);
  const double added = std::isfinite(lacking) ? std::clamp(lacking, 0.0, most) : most;
  return n + std::max(look_ahead(n), static_cast<std::size_t>(added));
}

void StoppingRule::tell(double ratio) {
  if (stopped_) throw std::logic_error("the rule has stopped");
  if (!(ratio <= 1.0)) {
    reached_ = 0;
    at_ = next_look(at_, ratio);
    return;
  }
  if (reached_ == 0) {
    reached_ = at_;
    held_ = 0;
  } else {
    ++held_;
  }
  if (held_ == kLooksAhead) {
    stopped_ = true;
  } else {
    at_ = reached_ + (held_ + 1) * look_ahead(reached_) / kLooksAhead;
  }
}

}  // namespace fieldtwin
