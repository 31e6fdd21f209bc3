#include "sim/cli/live_replay.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <thread>

#include "agents/world.hpp"
#include "scenarios/fix.hpp"
#include "sim/cli/moment.hpp"

namespace fieldtwin {
namespace {

/// Prints events when the clock has come to them.
class LiveJournal final : public Journal {
 public:
  LiveJournal(const Scenario& scenario, double speed) : scenario_(scenario), speed_(speed) {}

  void stop(const RecordedStop& stop) override {
    if (stop.scanned) tell(stop.time, stop.state, stop.officer, "scans");
  }
  void stop_without_scan(SystemKind, std::uint16_t, Ethnicity) override {}
  void encounter(const EncounterRecord& record) override {
    const Seconds time = record.hold ? record.ended + record.hold->length : record.ended;
    tell(time, record.state, record.officer, end_of(record));
  }
  void desk(Seconds, const DeskState& state) override { waiting_ = state.waiting; }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    if (about == CallAbout::kOther) return;
    wait_for(began + waited);
    fmt::print("{}  ICE desk: a call {} after {:.0f} s, {} waiting\n", moment_text(began + waited),
               end == CallEnd::kAgent ? "answered" : "given up", waited.value(), waiting_);
    std::fflush(stdout);
  }

 private:
  static std::string end_of(const EncounterRecord& record) {
    if (record.outcome != ScanOutcome::kAnswered) {
      return fmt::format("no answer ({})", name_of(record.outcome));
    }
    const char* answer = record.app_answer == AppAnswer::kContactIce ? "contact ICE" : "no action";
    const std::string end =
        record.hold ? fmt::format("held for {:.1f} h", record.hold->length / 1_h) : "let go";
    return fmt::format("\"{}\" after {:.0f} s, {}", answer, record.answer->value(), end);
  }

  void tell(Seconds time, std::uint16_t state, std::uint32_t officer, const std::string& what) {
    wait_for(time);
    fmt::print("{}  {} officer {}: {}\n", moment_text(time),
               scenario_.tables.states[state].postal, officer, what);
    std::fflush(stdout);
  }

  /// The first event begins at once: nobody wants to watch the small hours.
  void wait_for(Seconds time) {
    using Clock = std::chrono::steady_clock;
    if (!began_) {
      began_ = Clock::now();
      first_ = time;
    }
    const std::chrono::duration<double> ahead((time - first_).value() / speed_);
    std::this_thread::sleep_until(*began_ + std::chrono::duration_cast<Clock::duration>(ahead));
  }

  const Scenario& scenario_;
  double speed_;
  std::size_t waiting_ = 0;
  std::optional<std::chrono::steady_clock::time_point> began_;
  Seconds first_{0.0};
};

}  // namespace

void show_live(const Scenario& scenario, std::uint64_t seed, double speed) {
  const Draws draws(seed, 0);
  const Scenario fixed = fix_for_replication(scenario, draws);
  LiveJournal journal(fixed, speed);
  World world(fixed, draws, journal);
  world.run();
}

}  // namespace fieldtwin
