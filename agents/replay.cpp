#include "agents/replay.hpp"

#include <algorithm>

#include "agents/encounter/encounter.hpp"
#include "agents/encounter/stop.hpp"
#include "agents/system.hpp"

namespace fieldtwin {
namespace {

/// An officer's recorded stops, one after the other: each begins at its recorded time, or as soon
/// as the officer is free if the stop before it takes longer than it did.
Process recorded_officer(System& system, Officer officer, Replay::Inbox& inbox) {
  Device device{officer.device, officer.area, {}};
  Seconds free_from(0.0);
  while (true) {
    const auto record = co_await inbox.next();
    if (!record) co_return;
    const Seconds begins = std::max(record->time, free_from);
    const Stop stop = recorded_stop(system, officer, *record, begins);
    if (!record->scanned) {
      note_stop(system, officer, stop, Scanned::kNo);
      free_from = begins + stop.length;
      continue;
    }
    co_await system.calendar.sleep_until(begins);
    note_stop(system, officer, stop, Scanned::kYes);
    co_await encounter(system, officer, device, stop);
    free_from = system.calendar.now();
  }
}

}  // namespace

Replay::Replay(const Scenario& scenario, std::uint32_t replication)
    : recording_(scenario, replication) {}

void Replay::start(System& system, const Roster& roster) {
  for (const Officer& officer : roster.recorded()) {
    const auto added = inboxes_.emplace(officer.id, std::make_unique<Inbox>());
    system.calendar.start(recorded_officer(system, officer, *added.first->second));
  }
  system.calendar.start(read(system.calendar));
}

Process Replay::read(Calendar& calendar) {
  constexpr std::size_t kRowsAhead = 500;
  for (bool more = true; more;) {
    Seconds last = calendar.now();
    for (std::size_t i = 0; i < kRowsAhead && more; ++i) {
      const auto stop = recording_.next();
      more = stop.has_value();
      if (!more) break;
      last = stop->time;
      inboxes_.at(stop->officer)->put(*stop);
    }
    // The rows come in the order of time: whatever is not read yet happens after this.
    if (more) co_await calendar.sleep_until(last);
  }
  for (const auto& [officer, inbox] : inboxes_) inbox->close();
}

void Replay::Inbox::put(RecordedStop stop) {
  stops_.push_back(std::move(stop));
  wake();
}

void Replay::Inbox::close() {
  closed_ = true;
  wake();
}

void Replay::Inbox::wake() {
  if (waiting_) std::exchange(waiting_, nullptr).resume();
}

std::optional<RecordedStop> Replay::Inbox::Next::await_resume() {
  if (inbox.stops_.empty()) return std::nullopt;
  RecordedStop stop = std::move(inbox.stops_.front());
  inbox.stops_.pop_front();
  return stop;
}

}  // namespace fieldtwin
