/// Scenarios side by side, under the same luck.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Writes a scenario that changes one section of the precinct.
void write_variant(const Workshop& shop, const std::string& name, const std::string& section,
                   const std::string& parameter, const std::string& value) {
  const std::string text = "extends: precinct\\ntitle: A variant\\n" + section + ":\\n  " +
                           parameter + ": {value: " + value +
                           ", assumption: {range: [1, 1000], why: \"to compare\"}}\\n";
  EXPECT_EQ(shop.run("printf '" + text + "' > " + name + ".yaml").code, 0);
}

TEST(Compare, OfAScenarioWithItselfIsExactlyZeroInEveryMetric) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin compare precinct precinct -n 3 -o null --json --quiet");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(ended.error, "");
  EXPECT_EQ(ended.out, shop.text("null/compare.json"));
  const json comparison = json::parse(ended.out);
  std::size_t known = 0;
  for (const auto& [name, metric] : comparison["metrics"].items()) {
    const json& side = metric["alternatives"]["precinct"];
    EXPECT_EQ(side["value"], metric["base"]) << name;
    EXPECT_EQ(side["real"], false) << name;
    const json& difference = side["difference"];
    if (metric["base"]["mean"].is_null()) {
      EXPECT_TRUE(difference["mean"].is_null()) << name;
      continue;
    }
    ++known;
    EXPECT_EQ(difference["mean"], 0.0) << name;
    EXPECT_EQ(difference["ci_low"], 0.0) << name;
    EXPECT_EQ(difference["ci_high"], 0.0) << name;
  }
  EXPECT_GT(known, 100u);
}

TEST(Compare, KeepsAnOrdinaryStudyOfEachScenario) {
  const Workshop shop;
  write_variant(shop, "more", "ice", "agents_day", "30");
  EXPECT_EQ(shop.run("fieldtwin compare precinct more.yaml -n 2 -o both").code, 0);
  EXPECT_THAT(shop.files("both"),
              ElementsAre("01-precinct", "02-more", "compare.json", "plan.sqlite"));
  EXPECT_EQ(shop.run("fieldtwin run more.yaml -n 2 -o alone").code, 0);
  EXPECT_EQ(shop.text("both/02-more/summary.json"), shop.text("alone/summary.json"));
  const json comparison = json::parse(shop.text("both/compare.json"));
  const json summary = json::parse(shop.text("alone/summary.json"));
  EXPECT_EQ(comparison["fieldtwin"], summary["fieldtwin"]);
  for (const auto& [name, metric] : comparison["metrics"].items()) {
    json value = metric["alternatives"]["more"]["value"];
    value["unit"] = metric["unit"];
    EXPECT_EQ(value, summary["metrics"][name]) << name;
  }
}

TEST(Compare, LeavesWhatAPolicyDoesNotTouchExactlyAsItWas) {
  const Workshop shop;
  write_variant(shop, "twice", "ice", "agents_day", "30");
  write_variant(shop, "busier", "encounters", "stops_per_shift", "24");
  const Ended ended =
      shop.run("fieldtwin compare precinct twice.yaml busier.yaml -n 10 -o study --json");
  EXPECT_EQ(ended.code, 0) << ended.error;
  const json scans = json::parse(ended.out)["metrics"]["scans.total"]["alternatives"];
  EXPECT_EQ(scans["twice"]["difference"], (json{{"mean", 0.0}, {"ci_low", 0.0}, {"ci_high", 0.0}}));
  EXPECT_EQ(scans["twice"]["real"], false);
  EXPECT_GT(scans["busier"]["difference"]["ci_low"], 50.0);
  EXPECT_EQ(scans["busier"]["real"], true);
  const Ended table = shop.run("fieldtwin compare precinct twice.yaml busier.yaml -n 10 -o study");
  EXPECT_THAT(table.out, HasSubstr("twice against precinct"));
  EXPECT_THAT(table.out, testing::ContainsRegex("faces scanned .* 0  0 to 0\n"));
  EXPECT_THAT(table.out, testing::ContainsRegex("faces scanned .*\\+[0-9]+ to \\+[0-9]+  \\*\n"));
}

TEST(Compare, DoesNotDependOnJobsOrOnBeingRaised) {
  const Workshop shop;
  write_variant(shop, "more", "ice", "agents_day", "30");
  const std::string compare = "fieldtwin compare precinct more.yaml ";
  EXPECT_EQ(shop.run(compare + "-n 6 -j 1 -o one").code, 0);
  EXPECT_EQ(shop.run(compare + "-n 6 -j 2 -o two").code, 0);
  EXPECT_EQ(shop.run(compare + "-n 2 -o raised").code, 0);
  EXPECT_EQ(shop.run(compare + "-n 6 -o raised").code, 0);
  EXPECT_EQ(shop.text("one/compare.json"), shop.text("two/compare.json"));
  EXPECT_EQ(shop.text("one/compare.json"), shop.text("raised/compare.json"));
}

TEST(Compare, PairsTheSameReplicationsWhateverThereIsMore) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 5 -o study/01-precinct").code, 0);
  write_variant(shop, "more", "ice", "agents_day", "30");
  EXPECT_EQ(shop.run("fieldtwin compare precinct more.yaml -n 3 -o study").code, 0);
  EXPECT_EQ(shop.run("fieldtwin compare precinct more.yaml -n 3 -o fresh").code, 0);
  EXPECT_EQ(shop.text("study/compare.json"), shop.text("fresh/compare.json"));
  EXPECT_EQ(json::parse(shop.text("study/01-precinct/summary.json"))["replications"], 5);
}

TEST(Compare, GivesAlternativesOfOneNameDistinctNames) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin compare precinct precinct precinct --json -n 2 -o three");
  EXPECT_EQ(json::parse(ended.out)["alternatives"], (json{"precinct", "precinct-2"}));
  EXPECT_THAT(shop.files("three"), ElementsAre("01-precinct", "02-precinct", "03-precinct-2",
                                               "compare.json", "plan.sqlite"));
}

TEST(Compare, RunsAsOftenAsTheBaseSaysInAFolderOfItsOwn) {
  const Workshop shop;
  EXPECT_EQ(shop.run("printf 'extends: precinct\\ntitle: T\\nrun:\\n  replications: {value: 2, "
                     "source: \"chosen: short\"}\\n' > short.yaml")
                .code,
            0);
  const Ended ended = shop.run("fieldtwin compare short.yaml precinct");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(json::parse(shop.text("fieldtwin-out/short-vs-precinct/compare.json"))["replications"],
            2);
  EXPECT_THAT(ended.error, Not(HasSubstr("\033")));
}

TEST(Compare, GoesOnAfterAnInterruption) {
  const Workshop shop;
  const std::string compare = "fieldtwin compare precinct precinct -n 60 -o study";
  const Ended cut = shop.run(compare +
                             " & while ! ls study/01-precinct/shards/* > listed 2> missing; do "
                             "sleep 0.01; done; kill -TERM $!; wait $!");
  EXPECT_EQ(cut.code, 130);
  EXPECT_THAT(cut.error, HasSubstr("the same command goes on from there"));
  EXPECT_FALSE(shop.has("study/compare.json"));
  EXPECT_EQ(shop.run(compare).code, 0);
  EXPECT_EQ(json::parse(shop.text("study/compare.json"))["replications"], 60);
}

}  // namespace
}  // namespace fieldtwin
