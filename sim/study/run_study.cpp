#include "sim/study/run_study.hpp"

#include <chrono>

#include "sim/study/identity.hpp"
#include "sim/study/open_study.hpp"
#include "sim/study/plan.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// Scans of a replication that is in the store.
double scans_of(ResultStore& store, std::uint32_t replication) {
  Statement query = store.database().prepare("SELECT scans FROM replication WHERE replication = ?");
  return query.bind(1, std::int64_t{replication}).step() ? query.real(0) : 0.0;
}

/// In a child: one replication into a file of its own.
void write_shard(const fs::path& part, const StudyIdentity& identity, std::uint32_t replication,
                 const std::function<ReplicationResult(const CaseSink&)>& simulate) {
  try {
    ResultStore::open_or_create(part, identity, StoreRole::kShard).add(replication, simulate);
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

}  // namespace

StudyRun run_study(const StudyDirectory& directory, const ResolvedScenario& scenario,
                   const StudyRequest& request, const Simulate& simulate,
                   const std::function<void(const StudyProgress&)>& tell) {
  const auto began = std::chrono::steady_clock::now();
  const StudyIdentity identity = identity_of(scenario, request.seed, request.record);
  ResultStore store = open_study(directory, scenario, identity);
  const auto finished = store.finished();
  const auto tasks = unfinished(plan_replications(request.replications), finished);

  const auto count = static_cast<std::uint32_t>(finished.size());
  StudyProgress progress{.finished = count,
                         .planned = count + static_cast<std::uint32_t>(tasks.size()),
                         .simulated = 0,
                         .scans = 0.0,
                         .elapsed = Seconds(0.0)};
  const WorkerDuties duties{
      .work =
          [&](const StudyTask& task, const fs::path& part) {
            write_shard(part, identity, task.replication, [&](const CaseSink& keep) {
              return simulate(scenario.scenario, request.seed, task.replication, request.record,
                              keep);
            });
          },
      .collect =
          [&](const StudyTask& task, const fs::path& shard) {
            store.merge_from(shard);
            fs::remove(shard);
            ++progress.finished;
            ++progress.simulated;
            progress.scans += scans_of(store, task.replication);
          },
      .tick =
          [&] {
            progress.elapsed = Seconds(
                std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
            tell(progress);
          }};
  try {
    const auto report = run_tasks(tasks, request.jobs, directory.shards(), duties);
    duties.tick();
    store.database().execute("PRAGMA journal_mode = DELETE");  // one file for readers
    return {report.end, report.failures, report.usage, progress};
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
}

}  // namespace fieldtwin
