/// What is not known, whom harm strikes and what it comes from: the program as a user runs it.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kSmall =
    "fieldtwin run precinct-stress -n 3 --set programme.officers_trained=20 -q ";

TEST(Worlds, LeaveThePlainRunAsItIs) {
  const Workshop shop;
  ASSERT_EQ(shop.run(std::string(kSmall) + "-o plain").code, 0);
  ASSERT_EQ(shop.run(std::string(kSmall) + "--worlds 2 -o varied").code, 0);
  EXPECT_EQ(shop.text("plain/summary.json"), shop.text("varied/summary.json"));
  EXPECT_FALSE(shop.has("plain/worlds.json"));
}

TEST(Worlds, DoNotGoWithAShareOfTheTasks) {
  const Workshop shop;
  const Ended refused = shop.run("fieldtwin run precinct --worlds 4 --shard 1/2 -o x");
  EXPECT_EQ(refused.code, 2);
  EXPECT_FALSE(shop.has("x"));
}

TEST(Attribute, SharesTheHarmOfAStudyExactly) {
  const Workshop shop;
  ASSERT_EQ(shop.run(std::string(kSmall) + "-o study").code, 0);
  const Ended printed = shop.run("fieldtwin attribute study -q");
  ASSERT_EQ(printed.code, 0) << printed.error;
  EXPECT_THAT(printed.out, HasSubstr("The ICE agent errs"));
  const json document = json::parse(shop.text("study/attribution.json"));
  const json summary = json::parse(shop.text("study/summary.json"));
  EXPECT_EQ(document["fingerprint"], summary["fingerprint"]);
  for (const auto& kind : document["kinds"]) {
    const json& people = kind["people"];
    long long numerators = 0;
    for (const auto& [name, cause] : people["causes"].items()) {
      numerators += std::stoll(cause["exact"].get<std::string>());
    }
    const double total = people["total"], rest = people["of_no_cause"];
    EXPECT_EQ(numerators, static_cast<long long>(total - rest) * 40320);
    const std::string name = kind["kind"];
    const std::string metric =
        name == "prolonged" ? "stops.prolonged" : "custody.wrongful." + name + ".count";
    EXPECT_NEAR(total, 3.0 * summary["metrics"][metric]["mean"].get<double>(), 1e-9) << name;
  }
  const Ended again = shop.run("fieldtwin attribute study -q --json -j 1");
  EXPECT_EQ(again.out, shop.text("study/attribution.json"));
  EXPECT_FALSE(shop.has("study/attribution"));
}

TEST(Attribute, RefusesAFolderWithoutAStudy) {
  const Workshop shop;
  const Ended refused = shop.run("fieldtwin attribute nothing");
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.error, HasSubstr("there is no study"));
}

TEST(Story, SaysWhichCauseAloneWouldHavePreventedIt) {
  const Workshop shop;
  ASSERT_EQ(shop.run(std::string(kSmall) + "-o study").code, 0);
  const json stories = json::parse(shop.text("study/stories.json"));
  ASSERT_FALSE(stories.empty());
  const std::string name = stories[0]["case"];
  EXPECT_THAT(shop.run("fieldtwin story study " + name).out,
              HasSubstr("Which cause, had it been perfect, would have prevented it\n  - the "));
  EXPECT_EQ(json::parse(shop.run("fieldtwin story study --json " + name).out), stories[0]);
  EXPECT_THAT(shop.text("study/report.html"), HasSubstr(name));
}

TEST(Disparity, ComparesWithTheGroupThatIsAskedFor) {
  const Workshop shop;
  ASSERT_EQ(shop.run(std::string(kSmall) + "-o study").code, 0);
  EXPECT_THAT(shop.run("fieldtwin disparity study --reference hispanic").out,
              HasSubstr("beside Hispanic: 3 replications"));
  const json document =
      json::parse(shop.run("fieldtwin disparity study --kind us_citizen --json").out);
  EXPECT_EQ(document["kind"], "us_citizen");
  EXPECT_EQ(document["contrasts"].size(), 6u);
  EXPECT_EQ(shop.run("fieldtwin disparity study --reference nobody").code, 2);
}

TEST(Bounds, StandBesideTheRateOfCitizensHeld) {
  const Workshop shop;
  const std::string out = shop.run(std::string(kSmall) + "-o study").out;
  EXPECT_THAT(out, HasSubstr("US citizens among those held: "));
  EXPECT_THAT(out, HasSubstr("0.0911 %"));
  EXPECT_THAT(out, HasSubstr("0.939 %"));
  EXPECT_THAT(out, HasSubstr("not the same thing"));
}

TEST(Explain, FillsTheChecklist) {
  const Workshop shop;
  const Ended text = shop.run("fieldtwin explain precinct --stress");
  EXPECT_EQ(text.code, 0);
  EXPECT_THAT(text.out, HasSubstr("  2.5.1  Entities: "));
  EXPECT_EQ(json::parse(shop.run("fieldtwin explain precinct --stress --json").out).size(), 6u);
}

}  // namespace
}  // namespace fieldtwin
