/// The program killed at any moment.

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kCommand = "fieldtwin run precinct -n 40 -j 2 -o study";

std::string undisturbed_summary() {
  const Workshop shop;
  EXPECT_EQ(shop.run(kCommand).code, 0);
  return shop.text("study/summary.json");
}

TEST(Kill, AtAnyMomentCostsNothingThatWasFinished) {
  const std::string expected = undisturbed_summary();
  // The moments are spread over the life of a run; which step each one hits depends on the machine,
  // and none of them may matter.
  for (const int first_ms : {1, 20, 60, 150, 300}) {
    const Workshop shop;
    for (const int ms : {first_ms, first_ms / 2 + 5, 3 * first_ms}) {
      const pid_t driver = shop.start(kCommand);
      usleep(static_cast<unsigned>(1000 * ms));
      kill(driver, SIGKILL);
      wait_for(driver);
    }
    const Ended ended = shop.run(kCommand);
    EXPECT_EQ(ended.code, 0) << first_ms << ": " << ended.error;
    EXPECT_EQ(shop.text("study/summary.json"), expected) << first_ms;
    EXPECT_EQ(shop.files("study").size(), 6u);
  }
}

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
