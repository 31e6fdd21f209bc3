/// fieldtwin export --encounters and fieldtwin replay, as a user runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(Replay, OfAnExportIsTheSameStudy) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 3 --seed 7 -o study --record none").code, 0);
  const Ended exported = shop.run("fieldtwin export study --encounters -o stops.csv");
  EXPECT_EQ(exported.code, 0) << exported.error;
  EXPECT_THAT(exported.out, testing::ContainsRegex("stops.csv: [0-9]+ stops in 3 replications"));
  EXPECT_FALSE(shop.has("stops.csv.part") || shop.has("stops.csv.spool"));
  const Ended replayed = shop.run("fieldtwin replay precinct stops.csv --seed 7 -o replayed");
  EXPECT_EQ(replayed.code, 0) << replayed.error;
  EXPECT_EQ(shop.text("study/summary.json"), shop.text("replayed/summary.json"));
  EXPECT_THAT(replayed.out, HasSubstr("3 replications, seed 7"));
  EXPECT_THAT(shop.text("replayed/report.html"), HasSubstr("stops.csv"));
}

TEST(Replay, CountsBadRowsAndGoesOn) {
  const Workshop shop;
  shop.run("printf 'time,state,officer\\n100,FL,1\\noops,FL,2\\n300,FL,3\\n' > stops.csv");
  const Ended ended = shop.run("fieldtwin replay precinct stops.csv -n 2 -o study -q");
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.error, HasSubstr("stops.csv:3:1: error: 'oops' is not a time"));
  EXPECT_THAT(ended.error, HasSubstr("stops.csv: 1 of 3 rows cannot be used and is left out"));
  EXPECT_EQ(json::parse(shop.text("study/summary.json"))["metrics"]["scans.total"]["mean"], 2.0);
  const json recorded = json::parse(shop.text("study/run.json"))["recorded"];
  EXPECT_EQ(recorded["bad_rows"], 1);
  EXPECT_EQ(recorded["rows"], 2);
  EXPECT_EQ(recorded["hash"].get<std::string>().size(), 16u);

  const Ended strict = shop.run("fieldtwin replay precinct stops.csv -n 2 -o strict --strict");
  EXPECT_EQ(strict.code, 2);
  EXPECT_THAT(strict.error, HasSubstr("nothing was simulated"));
  EXPECT_FALSE(shop.has("strict"));
}

TEST(Replay, OfAnotherFileIsAnotherStudy) {
  const Workshop shop;
  shop.run("printf 'time,state,officer\\n100,FL,1\\n' > stops.csv");
  EXPECT_EQ(shop.run("fieldtwin replay precinct stops.csv -n 1 -o study").code, 0);
  shop.run("printf '200,FL,1\\n' >> stops.csv");
  const Ended other = shop.run("fieldtwin replay precinct stops.csv -n 2 -o study");
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.error, HasSubstr("stops.csv changed since?)"));
}

TEST(Replay, PutsTheRecordedOutcomesBesideTheReplayed) {
  const Workshop shop;
  shop.run(
      "printf 'time,state,officer,outcome,answer\\n100,FL,1,answered,no_action\\n"
      "200,FL,2,capture,\\n' > stops.csv");
  const Ended ended = shop.run("fieldtwin replay precinct stops.csv -n 1 -o study -q");
  EXPECT_THAT(ended.out, testing::ContainsRegex("scans +recorded +replayed"));
  EXPECT_THAT(ended.out, testing::ContainsRegex("failed: capture +1 "));
}

TEST(Replay, FollowsTheClock) {
  const Workshop shop;
  shop.run("printf 'time,state,officer\\n100,FL,1\\n4000,FL,2\\n' > stops.csv");
  const Ended live = shop.run("fieldtwin replay precinct stops.csv --speed 1000000");
  EXPECT_EQ(live.code, 0) << live.error;
  EXPECT_THAT(live.out, HasSubstr("00:01:40  FL officer 1: scans\n"));
  EXPECT_THAT(live.out, HasSubstr("01:06:40  FL officer 2: scans\n"));
  EXPECT_FALSE(shop.has("fieldtwin-out"));
  // An hour between the two stops, at ten simulated seconds in one: it is cut off in between.
  const Ended cut = shop.run("timeout -s INT 2 fieldtwin replay precinct stops.csv --speed 10");
  EXPECT_EQ(cut.code, 124);
  EXPECT_THAT(cut.out, HasSubstr("officer 1: scans"));
  EXPECT_THAT(cut.out, testing::Not(HasSubstr("officer 2: scans")));
}

TEST(Replay, WorksUnderOtherCommands) {
  const Workshop shop;
  shop.run("printf 'time,state,officer\\n100,FL,1\\n4000,FL,2\\n' > stops.csv");
  const Ended ended = shop.run(
      "fieldtwin compare precinct precinct -n 2 --set tables.encounters=stops.csv --json -q");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(json::parse(ended.out)["metrics"]["scans.total"]["base"]["mean"], 2.0);
}

}  // namespace
}  // namespace fieldtwin
