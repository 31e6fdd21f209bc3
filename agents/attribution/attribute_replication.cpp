#include "agents/attribution/attribute_replication.hpp"

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>

#include "agents/attribution/counterfactuals.hpp"
#include "agents/world.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

/// Keeps the harm of every encounter, and hands everything on.
class HarmWitness final : public Journal {
 public:
  explicit HarmWitness(Journal& next) : next_(next) {}

  void stop_without_scan(SystemKind system, std::uint16_t state, Ethnicity ethnicity) override {
    next_.stop_without_scan(system, state, ethnicity);
  }
  void encounter(const EncounterRecord& record) override {
    const Harm harm = harm_of(record.status, record.hold ? &*record.hold : nullptr,
                              record.prolonged ? record.prolonged_by : Seconds(0.0));
    if (record.outcome != ScanOutcome::kAnswered) {
      unanswered_.add_to_all(harm);
    } else if (harm != Harm{}) {
      answered_[record.id] = harm;
    }
    next_.encounter(record);
  }
  void desk(Seconds time, const DeskState& state) override { next_.desk(time, state); }
  void call(Seconds began, Seconds waited, CallAbout about, CallEnd end) override {
    next_.call(began, waited, about, end);
  }

  const HarmGames& unanswered() const { return unanswered_; }
  const std::map<std::uint64_t, Harm>& answered() const { return answered_; }

 private:
  Journal& next_;
  HarmGames unanswered_;
  std::map<std::uint64_t, Harm> answered_;  //!< by encounter, those with harm
};

/// Equal but for the clock's last bits.
bool agree(const Harm& a, const Harm& b) {
  constexpr std::int64_t kMillisecond = 1000;
  for (std::size_t kind = 0; kind < kHarmKinds; ++kind) {
    if (a.happened[kind] != b.happened[kind]) return false;
    if (std::abs(a.microseconds[kind] - b.microseconds[kind]) > kMillisecond) return false;
  }
  return true;
}

void check(const std::map<std::uint64_t, Harm>& recorded,
           const std::map<std::uint64_t, Harm>& followed) {
  auto all = followed;
  all.insert(recorded.begin(), recorded.end());
  const auto harm_in = [](const auto& harms, std::uint64_t id) {
    const auto found = harms.find(id);
    return found == harms.end() ? Harm{} : found->second;
  };
  for (const auto& [id, ignored] : all) {
    if (!agree(harm_in(recorded, id), harm_in(followed, id))) {
      throw std::logic_error("with all causes acting, encounter " + std::to_string(id) +
                             " does not come to the harm that was recorded");
    }
  }
}

}  // namespace

AttributedReplication attribute_replication(const Scenario& scenario, std::uint64_t seed,
                                            std::uint32_t replication) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(scenario, draws);
  const Counterfactuals counterfactuals(fixed, draws);
  Collector collector(fixed, draws, RecordLevel::kNone);
  HarmWitness witness(collector);
  AttributedReplication result;
  std::map<std::uint64_t, Harm> followed;
  World world(fixed, draws, witness, Expectation::kEachScan,
              [&](const Circumstances& circumstances) {
                counterfactuals.add(circumstances, result.games);
                const Harm harm = counterfactuals.harm(circumstances, kAllCauses);
                if (harm != Harm{}) followed[circumstances.stop.id.value] = harm;
              });
  world.run();
  check(witness.answered(), followed);
  result.games += witness.unanswered();
  result.fingerprint = collector.finish(world.totals()).fingerprint;
  return result;
}

}  // namespace fieldtwin
