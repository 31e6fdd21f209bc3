/// How much memory a replication takes.

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <filesystem>

#include "agents/replication.hpp"
#include "metrics/store/shard_file.hpp"
#include "scenarios/load.hpp"
#include "support/fork.hpp"

namespace fieldtwin {
namespace {

constexpr double kMegabyte = 1e6;

/// The largest resident size of a process that simulates one replication, and its scans.
struct Peak {
  double bytes;
  double scans;
};
Peak peak_of(const std::string& name, const std::vector<std::string>& overrides) {
  const auto numbers = in_child([&] {
    const Scenario scenario = load_scenario(name, overrides).scenario;
    // Every scan is kept whole: in the file, not in memory.
    const std::filesystem::path file = testing::TempDir() + "memory-" + std::to_string(getpid());
    StudyIdentity identity;
    identity.states = {"FL"};
    ReplicationResult result;
    write_shard_file(file, identity, 0, [&](const CaseSink& keep) {
      result = simulate_replication(scenario, 1, 0, RecordLevel::kAll, keep);
      return result;
    });
    std::filesystem::remove(file);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return std::vector<double>{1024.0 * static_cast<double>(usage.ru_maxrss),
                               result.total(Amount::kScans)};
  });
  return {numbers[0], numbers[1]};
}

class Memory : public testing::Test {
 protected:
  void SetUp() override {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer keeps what the program has freed";
#endif
  }
};

TEST_F(Memory, DoesNotGrowWithTheDays) {
  const Peak two = peak_of("precinct", {"period.days=2"});
  const Peak forty = peak_of("precinct", {"period.days=40"});
  EXPECT_GT(forty.scans, 15.0 * two.scans);
  EXPECT_LT(forty.bytes - two.bytes, 10.0 * kMegabyte);
}

TEST_F(Memory, OfTheHeavyDayStaysBelowItsBound) {
  const Peak peak = peak_of("national-heavy", {"programme.officers_trained=10500"});
  EXPECT_GT(peak.scans, 90'000.0);
  EXPECT_LT(peak.bytes, 400.0 * kMegabyte);
}

}  // namespace
}  // namespace fieldtwin
