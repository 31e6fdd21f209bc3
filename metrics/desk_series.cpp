#include "metrics/desk_series.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {

DeskSeries::DeskSeries(Seconds period)
    : period_(period.value()),
      bins_(static_cast<std::size_t>(std::ceil(period.value() / kDeskBin.value()))) {}

void DeskSeries::change(Seconds time, const DeskState& state) {
  advance(time.value());
  state_ = state;
}

void DeskSeries::call(Seconds began, Seconds waited, Journal::CallAbout about) {
  if (began.value() < 0.0 || began.value() >= period_) return;
  DeskBin& bin = bins_[static_cast<std::size_t>(began / kDeskBin)];
  if (about == Journal::CallAbout::kScan) {
    ++bin.calls;
    bin.wait_seconds += waited.value();
  } else {
    ++bin.other_calls;
    bin.other_wait_seconds += waited.value();
  }
}

std::vector<DeskBin> DeskSeries::finish() {
  advance(period_);
  return std::move(bins_);
}

void DeskSeries::advance(double until) {
  until = std::min(until, period_);
  while (now_ < until) {
    const auto index = static_cast<std::size_t>(now_ / kDeskBin.value());
    const double end = std::min(until, static_cast<double>(index + 1) * kDeskBin.value());
    const double span = end - now_;
    DeskBin& bin = bins_[index];
    bin.agent_seconds += span * static_cast<double>(state_.agents);
    bin.busy_seconds += span * static_cast<double>(state_.busy);
    bin.waiting_seconds += span * static_cast<double>(state_.waiting);
    now_ = end;
  }
}

}  // namespace fieldtwin
