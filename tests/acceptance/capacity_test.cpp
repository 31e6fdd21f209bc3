// fieldtwin capacity as a user runs it.

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"
#include "tests/oracles/erlang.hpp"

namespace fieldtwin {
namespace {

// Nobody scans, callers wait as long as it takes: an M/M/c queue of one call a minute and ten
// minutes a call, for ten days.
constexpr const char* kPureDesk = R"(extends: precinct
title: A pure desk
question: How many agents?
period: {days: {value: 10, source: test}}
programme: {officers_trained: {value: 1, source: test}}
encounters: {stops_per_shift: {value: 0, source: test}}
ice:
  agents_day: {value: 20, source: test}
  agents_evening: {value: 20, source: test}
  agents_night: {value: 20, source: test}
  other_calls_per_day: {value: 1440, source: test}
  other_handle_time: {value: {exponential: {mean: 10 min}}, source: test}
  patience: {value: 1000 d, source: test}
)";

int erlang_agents(double seconds) {
  int agents = 11;
  while (erlang_c_mean_wait({1.0, 10.0, agents}) * 60.0 > seconds) ++agents;
  return agents;
}

TEST(CapacityCommand, FindsErlangsNumberOfAgents) {
  const Workshop shop;
  std::ofstream(shop.folder() / "desk.yaml") << kPureDesk;
  for (const int seconds : {10, 60}) {
    const Ended run = shop.run(
        "fieldtwin capacity desk.yaml -q --json -n 10 -o out --minimise agents"
        " --slo 'ice.other_wait_s.mean<=" +
        std::to_string(seconds) + "'");
    ASSERT_EQ(run.code, 0) << run.error;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_NEAR(json["answer"]["value"].get<double>(), erlang_agents(seconds), 1.0) << seconds;
    EXPECT_GE(json["answer"]["surely_holds_at"].get<double>(), erlang_agents(seconds));
    EXPECT_LT(json["answer"]["surely_fails_at"].get<double>(), erlang_agents(seconds));
    EXPECT_EQ(json["saturates_first"], "ICE desk, busiest half hour");
  }
}

TEST(CapacityCommand, TakesItsQuestionFromAStudy) {
  const Workshop shop;
  std::ofstream(shop.folder() / "desk.yaml") << kPureDesk;
  std::ofstream(shop.folder() / "study.yaml")
      << "title: Agents of a pure desk\nquestion: How many?\nbase: desk.yaml\n"
         "slo: ice.other_wait_s.mean<=60\nminimise: agents\nreplications: 10\n";
  const Ended run = shop.run("fieldtwin capacity study.yaml -q --json");
  ASSERT_EQ(run.code, 0) << run.error;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_NEAR(json["answer"]["value"].get<double>(), erlang_agents(60), 1.0);
  EXPECT_EQ(json["title"], "Agents of a pure desk");
  const std::string page = shop.text("fieldtwin-out/study/report.html");
  EXPECT_NE(page.find(R"("kind":"capacity")"), std::string::npos);
  ASSERT_EQ(shop.run("rm fieldtwin-out/study/report.html").code, 0);
  ASSERT_EQ(shop.run("fieldtwin report fieldtwin-out/study").code, 0);
  EXPECT_EQ(shop.text("fieldtwin-out/study/report.html"), page);
  const Ended other = shop.run("fieldtwin capacity study.yaml --slo 'ice.calls<=' -q");
  EXPECT_EQ(other.code, 2) << "what the command line asks goes before the study";
}

TEST(CapacityCommand, PointsAtWhatIsWrongInAStudy) {
  const Workshop shop;
  std::ofstream(shop.folder() / "study.yaml")
      << "base: precinct\nslo: ice.wait.p95<=60\nmaximise: laod\n";
  for (const char* command : {"validate", "capacity", "explain"}) {
    const Ended run = shop.run(std::string("fieldtwin ") + command + " study.yaml");
    EXPECT_EQ(run.code, 2) << command;
    EXPECT_NE(run.error.find("study.yaml:2:6: error: there is no metric 'ice.wait.p95'"),
              std::string::npos)
        << run.error;
    EXPECT_NE(run.error.find("Did you mean 'load'?"), std::string::npos) << run.error;
  }
  const Ended none = shop.run("fieldtwin capacity precinct");
  EXPECT_EQ(none.code, 2);
  EXPECT_NE(none.error.find("--slo is required"), std::string::npos) << none.error;
}

TEST(CapacityCommand, PointsAtAWrongServiceLevel) {
  const Workshop shop;
  const Ended run = shop.run("fieldtwin capacity precinct --slo 'ice.wait.p95<=60'");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.error,
            "fieldtwin: error: --slo: there is no metric 'ice.wait.p95'. Did you mean "
            "'ice.wait_s.p95'?\n  ice.wait.p95<=60\n  ^^^^^^^^^^^^\n");
  EXPECT_FALSE(shop.has("fieldtwin-out"));
  const Ended knob = shop.run("fieldtwin capacity precinct --slo 'ice.calls<=9' --maximise laod");
  EXPECT_EQ(knob.code, 2);
  EXPECT_NE(knob.error.find("Did you mean 'load'?"), std::string::npos) << knob.error;
}

}  // namespace
}  // namespace fieldtwin
