#include "agents/rerun.hpp"

#include "agents/attribution/counterfactuals.hpp"
#include "agents/world.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

/// Keeps some encounters and hands everything on.
class Witness final : public Journal {
 public:
  Witness(Journal& next, const std::set<std::uint64_t>& encounters)
      : next_(next), encounters_(encounters) {}

  void stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) override {
    next_.stop_without_scan(system, state, ethnicity);
  }
  void encounter(const EncounterRecord& record) override {
    if (encounters_.contains(record.id)) seen_[record.id].record = record;
    next_.encounter(record);
  }
  void desk(Seconds time, const DeskState& state) override { next_.desk(time, state); }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    next_.call(began, waited, about, end);
  }

  std::map<std::uint64_t, RerunEncounter> take() { return std::move(seen_); }

 private:
  Journal& next_;
  const std::set<std::uint64_t>& encounters_;
  std::map<std::uint64_t, RerunEncounter> seen_;
};

}  // namespace

Rerun rerun_encounters(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
                       const std::set<std::uint64_t>& encounters) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  Collector collector(fixed, draws, RecordLevel::kNone);
  Witness witness(collector, encounters);
  std::vector<Circumstances> met;
  World world(fixed, draws, witness, Expectation::kEachScan,
              [&](const Circumstances& circumstances) {
                // The causes that a case can be told by are those of Mobile Identify.
                const bool told = scenario.system == SystemKind::kMobileIdentify;
                if (told && encounters.contains(circumstances.stop.id.value)) {
                  met.push_back(circumstances);
                }
              });
  world.run();
  Rerun rerun{witness.take(), collector.finish(world.totals()).fingerprint};
  if (met.empty()) return rerun;
  const Counterfactuals counterfactuals(fixed, draws);
  for (const Circumstances& circumstances : met) {
    const auto found = rerun.encounters.find(circumstances.stop.id.value);
    if (found != rerun.encounters.end()) {
      counterfactuals.add(circumstances, found->second.games.emplace());
    }
  }
  return rerun;
}

}  // namespace fieldtwin
