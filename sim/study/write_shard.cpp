#include "sim/study/write_shard.hpp"

#include "metrics/store/shard_file.hpp"
#include "metrics/store/sqlite.hpp"
#include "sim/study/disk_error.hpp"

namespace fieldtwin {

void write_shard(const Shards& shards, const StudyIdentity& identity, RecordLevel record,
                 const Scenario& scenario, std::uint32_t replication, const Simulate& simulate) {
  try {
    write_shard_file(shards.part(replication), identity, replication, [&](const CaseSink& keep) {
      return simulate(scenario, identity.seed, replication, record, keep);
    });
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
  shards.complete(replication);
}

}  // namespace fieldtwin
