#include "agents/record_stops.hpp"

#include "agents/chance.hpp"
#include "agents/world.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

/// Tells the listener, and hands everything on.
class Teller final : public Journal {
 public:
  Teller(Journal& next, const Scenario& scenario, const Draws& draws, const StopListener& listener)
      : next_(next), scenario_(scenario), draws_(draws), listener_(listener) {}

  void stop(const RecordedStop& stop) override {
    RecordedStop whole = stop;
    const std::uint64_t id = std::uint64_t{stop.officer} << 24 | stop.number;
    // Where the sizes change in the period, when the photo is taken decides: it is drawn again.
    if (stop.scanned && !stop.bytes && scenario_.epochs.empty())
      whole.bytes = value_of(draws_, scenario_.capture.image_size, Decision::kImageSize, id);
    listener_.stop(whole);
  }
  void stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) override {
    next_.stop_without_scan(system, state, ethnicity);
  }
  void began(SystemKind system, std::uint64_t encounter) override {
    next_.began(system, encounter);
  }
  void encounter(const EncounterRecord& record) override {
    listener_.encounter(record);
    next_.encounter(record);
  }
  void crossing(const CrossingRecord& record) override { next_.crossing(record); }
  void boarding(const BoardingRecord& record) override { next_.boarding(record); }
  void attack(const AttackEvent& event) override { next_.attack(event); }
  void desk(Seconds time, const DeskState& state) override { next_.desk(time, state); }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    next_.call(began, waited, about, end);
  }

 private:
  Journal& next_;
  const Scenario& scenario_;
  Draws draws_;
  const StopListener& listener_;
};

}  // namespace

Fingerprint record_stops(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                         const StopListener& listener) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  Collector collector(fixed, draws, RecordLevel::kNone);
  Teller teller(collector, fixed, draws, listener);
  World world(fixed, draws, teller);
  world.run();
  return collector.finish(world.totals()).fingerprint;
}

}  // namespace fieldtwin
