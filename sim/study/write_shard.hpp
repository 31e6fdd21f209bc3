#pragma once
/// One replication into a file of its own.

#include "metrics/store/result_store.hpp"
#include "scenarios/scenario.hpp"
#include "sim/study/shards.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Simulates a replication of a study, which the identity tells, and leaves its shard whole. Throws
/// DiskError if it cannot be written, and what `simulate` throws.
void write_shard(const Shards& shards, const StudyIdentity& identity, RecordLevel record,
                 const Scenario& scenario, std::uint32_t replication, const Simulate& simulate);

}  // namespace fieldtwin
