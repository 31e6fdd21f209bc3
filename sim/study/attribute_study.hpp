#pragma once
/// The harm of a study under every set of causes.

#include <filesystem>
#include <functional>
#include <vector>

#include "metrics/attribution/harm_games.hpp"
#include "metrics/fingerprint.hpp"
#include "metrics/store/result_store.hpp"
#include "scenarios/scenario.hpp"
#include "sim/study/study_run.hpp"

namespace fieldtwin {

/// Attributes one replication, in a process of its own.
struct ReplicationGames {
  HarmGames games;
  Fingerprint fingerprint;
};
using Attribute =
    std::function<ReplicationGames(const Scenario&, std::uint64_t seed, std::uint32_t replication)>;

struct StudyAttribution {
  WorkersEnd end = WorkersEnd::kDone;
  std::vector<TaskFailure> failures;
  std::vector<HarmGames> games;  //!< by replication, rising; empty unless all were done
};

/// Attributes the finished replications of a study, several at a time. What is done is kept in
/// FOLDER/attribution until all is, so that the same call goes on from there. The results do not
/// depend on the number of jobs. A replication that comes out with another fingerprint than was
/// recorded is a failure. Throws DiskError if the folder cannot be written.
StudyAttribution attribute_study(const std::filesystem::path& folder, ResultStore& store,
                                 const Scenario& scenario, unsigned jobs,
                                 const Attribute& attribute,
                                 const std::function<void(const StudyProgress&)>& tell);

}  // namespace fieldtwin
