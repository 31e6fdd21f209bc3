#include "metrics/timeline/timeline.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/fault_register.hpp"

namespace fieldtwin {
namespace {

constexpr Seconds kAfterwards = 12_h;
constexpr Seconds kLongest = kDay * 7.0;

std::uint32_t bin_of(Seconds time) {
  return static_cast<std::uint32_t>(time / kTimelineBin);
}

}  // namespace

std::vector<std::uint32_t> watched_bins(const std::vector<Fault>& faults, Seconds period) {
  std::vector<std::uint32_t> bins;
  const auto last = static_cast<std::uint32_t>(std::ceil(period / kTimelineBin));
  for (const Fault& fault : faults) {
    const Seconds midnight = kDay * std::floor(fault.from / kDay);
    const Seconds quiet = kDay * std::ceil((fault.until + kAfterwards) / kDay);
    const std::uint32_t end = std::min(last, bin_of(std::min(quiet, midnight + kLongest)));
    for (std::uint32_t bin = bin_of(midnight); bin < end; ++bin) bins.push_back(bin);
  }
  std::sort(bins.begin(), bins.end());
  bins.erase(std::unique(bins.begin(), bins.end()), bins.end());
  return bins;
}

Timeline::Timeline(const std::vector<Fault>& faults, Seconds period) {
  for (const Fault& fault : faults) {
    faults_.push_back({fault.name, std::string(fault_kind(fault.kind).name), fault.state,
                       fault.from, fault.until, {}});
  }
  for (const std::uint32_t bin : watched_bins(faults, period)) bins_.push_back({bin, {}});
  if (!bins_.empty()) end_ = kTimelineBin * (bins_.back().bin + 1.0);
}

void Timeline::encounter(const EncounterRecord& record) {
  if (bins_.empty()) return;
  count_requests(record);
  const Seconds when = record.scan_began;
  if (when >= end_) return;
  add(Measure::kScans, when);
  const bool wanted = record.outcome != ScanOutcome::kDeclined;
  if (wanted && record.outcome != ScanOutcome::kAnswered) add(Measure::kFailed, when);
  if (record.answer) {
    add(Measure::kAnswers, when);
    add(Measure::kAnswerSeconds, when, record.answer->value());
  }
  if (wrongful_kinds(record).any()) add(Measure::kWrongful, when);
  if (record.silent_wait > Seconds(0.0)) add(Measure::kSilentHeld, when);
}

void Timeline::crossing(const CrossingRecord& record) {
  if (bins_.empty()) return;
  if (record.photo_kept) add(Measure::kRequests, record.received);
  const Seconds when = record.joined;
  if (when >= end_) return;
  add(Measure::kTravellers, when);
  add(Measure::kCrossingSeconds, when, (record.ended - record.joined).value());
  if (record.gap == CrossingGap::kNoMatch) add(Measure::kNotFound, when);
  if (record.documents_checked) add(Measure::kManualChecks, when);
  if (record.end == CrossingEnd::kUnconfirmed) add(Measure::kUnconfirmed, when);
  if (record.hold && wrongful_kinds(record.hold->origin, standing_of(record.status)).any()) {
    add(Measure::kWrongful, when);
  }
}

/// From the photo's arrival to the end of its search, or to when the app gave it up.
void Timeline::count_requests(const EncounterRecord& record) {
  const Step* uploaded = nullptr;
  for (const Step& step : record.steps) {
    if (step.kind == StepKind::kUploaded) {
      uploaded = &step;
      add(Measure::kRequests, step.time);
    } else if (uploaded != nullptr &&
               (step.kind == StepKind::kSearched || step.kind == StepKind::kTimedOut)) {
      add_span(Measure::kInServiceSeconds, uploaded->time, step.time);
      uploaded = nullptr;
    }
  }
}

void Timeline::desk(Seconds time, const DeskState& state) {
  if (bins_.empty()) return;
  add_span(Measure::kDeskWaitingSeconds, desk_since_, time, desk_waiting_);
  desk_since_ = time;
  desk_waiting_ = static_cast<double>(state.waiting);
}

void Timeline::call(Seconds began, Seconds waited, Journal::CallAbout about) {
  if (about != Journal::CallAbout::kScan) return;
  add(Measure::kCalls, began);
  add(Measure::kIceWaitSeconds, began, waited.value());
}

void Timeline::attack(const AttackEvent& event) {
  faults_.at(event.fault).events[index_of(event.what)] += event.count;
  if (event.what == AttackEvent::What::kRequest) add(Measure::kRequests, event.time, event.count);
  if (event.what == AttackEvent::What::kTurnedAway) {
    add(Measure::kTurnedAway, event.time, event.count);
  }
}

std::vector<TimelineBin> Timeline::finish() {
  add_span(Measure::kDeskWaitingSeconds, desk_since_, end_, desk_waiting_);
  return std::move(bins_);
}

void Timeline::add(Measure measure, Seconds time, double value) {
  if (!(time >= Seconds(0.0) && time < end_)) return;
  const auto found = std::ranges::lower_bound(bins_, bin_of(time), {}, &TimelineBin::bin);
  if (found != bins_.end() && found->bin == bin_of(time)) found->sums[index_of(measure)] += value;
}

void Timeline::add_span(Measure measure, Seconds from, Seconds to, double height) {
  if (height == 0.0 || !(to > from) || from >= end_) return;
  auto bin = std::ranges::lower_bound(bins_, bin_of(from), {}, &TimelineBin::bin);
  for (; bin != bins_.end(); ++bin) {
    const Seconds begin = kTimelineBin * static_cast<double>(bin->bin);
    if (begin >= to) return;
    const Seconds inside = std::min(to, begin + kTimelineBin) - std::max(from, begin);
    bin->sums[index_of(measure)] += height * inside.value();
  }
}

}  // namespace fieldtwin
