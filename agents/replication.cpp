#include "agents/replication.hpp"

#include "agents/foreseen_faces.hpp"
#include "agents/world.hpp"
#include "matcher/faces/photo_faces.hpp"
#include "matcher/interface/models.hpp"
#include "scenarios/epochs.hpp"
#include "scenarios/fix.hpp"
#include "sim/aside.hpp"

namespace fieldtwin {
namespace {

/// The faces of a scenario whose photos are rendered, with those already taken that the replication
/// will ask for: results of searches do not depend on simulated time, so photos are taken ahead, on
/// all cores. Null for others.
std::unique_ptr<FaceSource> faces_taken_ahead(const Scenario& fixed, const Draws& draws) {
  if (fixed.matcher.fidelity != MatcherFidelity::kImage) return nullptr;
  auto faces = make_photo_faces(photo_rules(fixed), draws.across_replications());
  faces->take_ahead(photos_from(worked_out_aside([&] {
    ForeseenFaces foreseen;
    Collector collector(fixed, draws, RecordLevel::kNone);
    World(fixed, draws, collector, Expectation::kNone, {}, &foreseen).run();
    return as_numbers(foreseen.photos());
  })));
  return faces;
}

/// A bin after the other: its number, then its sums.
std::vector<double> as_numbers(const std::vector<TimelineBin>& bins) {
  std::vector<double> numbers;
  for (const TimelineBin& bin : bins) {
    numbers.push_back(bin.bin);
    numbers.insert(numbers.end(), bin.sums.begin(), bin.sums.end());
  }
  return numbers;
}

std::vector<TimelineBin> as_bins(const std::vector<double>& numbers) {
  std::vector<TimelineBin> bins(numbers.size() / (kMeasures + 1));
  auto number = numbers.begin();
  for (TimelineBin& bin : bins) {
    bin.bin = static_cast<std::uint32_t>(*number++);
    for (double& sum : bin.sums) sum = *number++;
  }
  return bins;
}

/// All that a replication is made of.
class Replication {
 public:
  Replication(const Scenario& scenario, std::uint64_t seed, std::uint32_t replication,
              RecordLevel record, const CaseSink& keep, Expectation expectation)
      : draws_(seed, replication),
        fixed_(fix_for_replication(scenario, draws_)),
        faces_(faces_taken_ahead(fixed_, draws_)),
        collector_(fixed_, draws_, record, keep),
        world_(fixed_, draws_, collector_, expectation, {}, faces_.get()) {}

  ReplicationResult run() {
    world_.run();
    collector_.balance().check(draws_.replication());
    return collector_.finish(world_.totals());
  }

 private:
  const Draws draws_;
  const Scenario fixed_;
  const std::unique_ptr<FaceSource> faces_;
  Collector collector_;
  World world_;
};

/// What the timeline would be without the faults; empty where the scenario has none.
std::vector<TimelineBin> quiet_timeline(const Scenario& scenario, std::uint64_t seed,
                                        std::uint32_t replication) {
  if (scenario.faults.empty()) return {};
  return as_bins(worked_out_aside(
      [&] { return as_numbers(timeline_without_faults(scenario, seed, replication)); }));
}

}  // namespace

ReplicationResult simulate_replication(const Scenario& scenario, std::uint64_t seed,
                                       std::uint32_t replication, RecordLevel record,
                                       const CaseSink& keep, Expectation expectation) {
  return Replication(scenario, seed, replication, record, keep, expectation).run();
}

std::string what_is_missing_for(const Scenario& scenario) {
  if (scenario.matcher.fidelity != MatcherFidelity::kImage) return "";
  try {
    check_photo_faces();
  } catch (const ModelsMissing& missing) {
    return missing.what();
  }
  return "";
}

std::vector<TimelineBin> timeline_without_faults(const Scenario& scenario, std::uint64_t seed,
                                                 std::uint32_t replication) {
  const Draws draws(seed, replication);
  const Scenario fixed = fix_for_replication(without_faults(scenario), draws);
  // The collector watches what the faults' times tell it to; the world knows of none.
  Scenario watched = fixed;
  watched.faults = scenario.faults;
  Collector collector(watched, draws, RecordLevel::kNone);
  World world(fixed, draws, collector, Expectation::kNone);
  world.run();
  collector.balance().check(replication);
  return collector.finish(world.totals()).timeline;
}

ReplicationResult simulate_for_study(const Scenario& scenario, std::uint64_t seed,
                                     std::uint32_t replication, RecordLevel record,
                                     const CaseSink& keep, Afterwards afterwards) {
  std::vector<TimelineBin> without = quiet_timeline(scenario, seed, replication);
  auto simulated = std::make_unique<Replication>(scenario, seed, replication, record, keep,
                                                 Expectation::kEachScan);
  ReplicationResult result = simulated->run();
  result.timeline_without = std::move(without);
  if (afterwards == Afterwards::kProcessEnds) (void)simulated.release();
  return result;
}

ReplicationResult simulate_in_worker(const Scenario& scenario, std::uint64_t seed,
                                     std::uint32_t replication, RecordLevel record,
                                     const CaseSink& keep) {
  return simulate_for_study(scenario, seed, replication, record, keep, Afterwards::kProcessEnds);
}

}  // namespace fieldtwin
