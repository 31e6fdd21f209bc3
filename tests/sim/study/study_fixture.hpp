#pragma once
/// A scenario, a directory and a simulation that takes no time, for tests of studies.

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "scenarios/load.hpp"
#include "sim/study/run_study.hpp"

namespace fieldtwin {

/// A made-up result: a pure function of its arguments, as a replication's is.
inline ReplicationResult made_up_result(const Scenario&, std::uint64_t seed,
                                        std::uint32_t replication, RecordLevel,
                                        const CaseSink& = {}) {
  ReplicationResult result;
  result.replication = replication;
  result.fingerprint = {seed * 1000 + replication, 7};
  result.totals[index_of(Amount::kScans)] = 100.0 + replication;
  return result;
}

class StudyTest : public testing::Test {
 protected:
  ~StudyTest() override { std::filesystem::remove_all(folder); }

  static std::filesystem::path new_folder() {
    std::string name = testing::TempDir() + "fieldtwin-study-XXXXXX";
    return mkdtemp(name.data());
  }

  StudyRun run(std::uint32_t replications, unsigned jobs = 2, std::uint64_t seed = 1) {
    return run_study(
        output, scenario,
        {.seed = seed, .record = RecordLevel::kCases, .replications = replications, .jobs = jobs},
        simulate, [](const StudyProgress&) {});
  }

  const std::filesystem::path folder = new_folder();
  std::filesystem::path output = folder / "a" / "b";
  ResolvedScenario scenario = load_scenario("precinct");
  Simulate simulate = made_up_result;
};

}  // namespace fieldtwin
