#include "sim/study/write_shard.hpp"

#include "sim/study/disk_error.hpp"

namespace fieldtwin {

void write_shard(const Shards& shards, const StudyIdentity& identity, RecordLevel record,
                 const Scenario& scenario, std::uint32_t replication, const Simulate& simulate) {
  try {
    shards.begin(replication, [&](const std::filesystem::path& blank) {
      ResultStore::open_or_create(blank, identity, StoreRole::kShard);
    });
    ResultStore::open_or_create(shards.part(replication), identity, StoreRole::kShard)
        .add(replication, [&](const CaseSink& keep) {
          return simulate(scenario, identity.seed, replication, record, keep);
        });
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  }
  shards.complete(replication);
}

}  // namespace fieldtwin
