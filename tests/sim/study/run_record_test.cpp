#include "sim/study/run_record.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fieldtwin {
namespace {

TEST(RunRecord, SaysWhatTheRunCost) {
  StudyRun run;
  run.usage = {Seconds(4.0), 1000};
  run.progress = {
      .finished = 7, .planned = 7, .simulated = 5, .scans = 200.0, .elapsed = Seconds(2.5)};
  run.failures = {{{3, 3}, "killed"}};
  const auto json = nlohmann::json::parse(run_record(run, {.seed = 8, .jobs = 2}));
  EXPECT_EQ(json["wall_s"], 2.5);
  EXPECT_EQ(json["cpu_s"], 4.0);
  EXPECT_EQ(json["scans_per_cpu_s"], 50.0);
  EXPECT_EQ(json["peak_rss_bytes"], 1000);
  EXPECT_EQ(json["jobs"], 2);
  EXPECT_EQ(json["failed"][0]["replication"], 3);
  EXPECT_EQ(json["failed"][0]["seed"], 8);
}

TEST(RunRecord, HasNoSpeedWhereNothingWasSimulated) {
  EXPECT_TRUE(nlohmann::json::parse(run_record({}, {}))["scans_per_cpu_s"].is_null());
}

TEST(RunRecord, NamesEveryLibraryWithItsVersion) {
  const auto libraries = library_versions();
  for (const char* name : {"boost", "fmt", "nlohmann-json", "simgrid", "sqlite", "yaml-cpp"}) {
    ASSERT_TRUE(libraries.count(name)) << name;
    EXPECT_EQ(libraries.at(name).find_first_not_of("0123456789."), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace fieldtwin
