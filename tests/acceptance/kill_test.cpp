/// The program killed at any moment.

#include <gmock/gmock.h>
#include <signal.h>
#include <unistd.h>

#include <random>

#include "metrics/store/sqlite.hpp"
#include "tests/acceptance/process_tree.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kCommand = "fieldtwin run precinct -n 40 -j 2 -o study";
constexpr const char* kCompare = "fieldtwin compare precinct precinct -n 20 -j 2 -o study";

std::string undisturbed_summary() {
  const Workshop shop;
  EXPECT_EQ(shop.run(kCommand).code, 0);
  return shop.text("study/summary.json");
}

/// Whom to kill.
enum class Victim { kDriver, kStarter, kOneWorker, kAll };

/// How far a victim descends from the driver.
int depth_of(Victim victim) {
  return victim == Victim::kStarter ? 1 : 2;
}

void kill_some(pid_t driver, Victim victim) {
  const auto others = descendants(driver);
  if (victim == Victim::kDriver || victim == Victim::kAll) kill(driver, SIGKILL);
  for (const Descendant& other : others) {
    if (victim == Victim::kDriver) break;
    if (victim != Victim::kAll && other.depth != depth_of(victim)) continue;
    kill(other.process, SIGKILL);
    if (victim != Victim::kAll) break;
  }
}

/// What a comparison leaves for its readers.
std::vector<std::string> results_of(const Workshop& shop) {
  return {shop.text("study/compare.json"), shop.text("study/01-precinct/summary.json"),
          shop.text("study/02-precinct/summary.json")};
}

TEST(Kill, AtAnyMomentCostsNothingThatWasFinished) {
  const Workshop undisturbed;
  EXPECT_EQ(undisturbed.run(kCompare).code, 0);
  const auto expected = results_of(undisturbed);
  // The moments are drawn; which step each one hits depends on the machine, and none may matter.
  std::mt19937 draw(5);
  for (int study = 0; study < 5; ++study) {
    const Workshop shop;
    for (int moment = 0; moment < 4; ++moment) {
      const unsigned ms = 1 + draw() % 400;
      const auto victim = static_cast<Victim>(draw() % 4);
      const pid_t driver = shop.start(kCompare);
      usleep(1000 * ms);
      kill_some(driver, victim);
      const int code = wait_for(driver);
      EXPECT_TRUE(code == 0 || code == 1 || code == 137) << code;
    }
    const Ended ended = shop.run(kCompare);
    EXPECT_EQ(ended.code, 0) << study << ": " << ended.error;
    EXPECT_EQ(results_of(shop), expected) << study;
    EXPECT_EQ(shop.files("study").size(), 6u);
    EXPECT_EQ(shop.files("study/01-precinct").size(), 5u);
  }
}

class KillOne : public testing::TestWithParam<Victim> {};

TEST_P(KillOne, IsRecordedAndTriedAgain) {
  const Workshop shop;
  const std::string run = "fieldtwin run precinct --set period.days=200 -n 4 -j 1 -o study";
  const pid_t driver = shop.start(run);
  while (!shop.has("study/shards") || shop.files("study/shards").empty()) usleep(1000);
  kill_some(driver, GetParam());
  EXPECT_EQ(wait_for(driver), 1);
  {
    Database table(shop.folder() / "study/plan.sqlite", Database::Mode::kOpen);
    Statement failed =
        table.prepare("SELECT failure, seed, scenario, attempts FROM task WHERE state = 'failed'");
    ASSERT_TRUE(failed.step());
    EXPECT_THAT(failed.text(0), testing::HasSubstr("killed by signal 9"));
    EXPECT_EQ(failed.text(1), "1");
    EXPECT_EQ(failed.text(2), "precinct");
    EXPECT_EQ(failed.integer(3), 1);
    EXPECT_FALSE(failed.step());
  }
  EXPECT_EQ(shop.run(run).code, 0);
  EXPECT_THAT(shop.text("study/run.json"), testing::HasSubstr("\"replications_simulated\": 1,"));
}

INSTANTIATE_TEST_SUITE_P(Of, KillOne, testing::Values(Victim::kOneWorker, Victim::kStarter),
                         [](const auto& info) {
                           return info.param == Victim::kStarter ? "starter" : "worker";
                         });

TEST(Kill, AskingPolitelyEndsWith130AndResumes) {
  const std::string expected = undisturbed_summary();
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const Workshop shop;
    const pid_t driver = shop.start("fieldtwin run precinct -n 4000 -j 2 -o study");
    while (!shop.has("study/shards")) usleep(1000);
    usleep(200'000);
    kill(-driver, signal);  // as a terminal does: to the whole group
    EXPECT_EQ(wait_for(driver), 130);
    EXPECT_FALSE(shop.has("study/shards"));
    EXPECT_EQ(shop.run("fieldtwin report study").code, 0) << "what is finished is not readable";
  }
  const Workshop shop;
  const pid_t driver = shop.start(kCommand);
  usleep(150'000);
  kill(-driver, SIGINT);
  wait_for(driver);
  EXPECT_EQ(shop.run(kCommand).code, 0);
  EXPECT_EQ(shop.text("study/summary.json"), expected);
}

}  // namespace
}  // namespace fieldtwin
