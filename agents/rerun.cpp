#include "agents/rerun.hpp"

#include "agents/attribution/counterfactuals.hpp"
#include "agents/world.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

/// Keeps one encounter and hands everything on.
class Witness final : public Journal {
 public:
  Witness(Journal& next, std::uint64_t encounter) : next_(next), encounter_(encounter) {}

  void stop_without_scan(std::uint16_t state, Ethnicity ethnicity) override {
    next_.stop_without_scan(state, ethnicity);
  }
  void encounter(const EncounterRecord& record) override {
    if (record.id == encounter_) seen_ = record;
    next_.encounter(record);
  }
  void desk(Seconds time, const DeskState& state) override { next_.desk(time, state); }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    next_.call(began, waited, about, end);
  }

  const std::optional<EncounterRecord>& seen() const { return seen_; }

 private:
  Journal& next_;
  std::uint64_t encounter_;
  std::optional<EncounterRecord> seen_;
};

}  // namespace

Rerun rerun_encounter(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                      std::uint64_t encounter) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  Collector collector(fixed, draws, RecordLevel::kNone);
  Witness witness(collector, encounter);
  std::optional<Circumstances> met;
  World world(fixed, draws, witness, Expectation::kEachScan,
              [&](const Circumstances& circumstances) {
                if (circumstances.stop.id.value == encounter) met = circumstances;
              });
  world.run();
  std::optional<HarmGames> games;
  if (met) Counterfactuals(fixed, draws).add(*met, games.emplace());
  return {witness.seen(), collector.finish(world.totals()).fingerprint, games};
}

}  // namespace fieldtwin
