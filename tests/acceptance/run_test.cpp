/// What a study's files say, however it was run.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "metrics/store/sqlite.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Run, WritesTheFilesOfAStudy) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin run precinct -n 3 -o study");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_THAT(ended.out, HasSubstr("study/report.html"));
  EXPECT_THAT(shop.files("study"), ElementsAre("plan.sqlite", "report.html", "resolved.yaml",
                                               "results.sqlite", "run.json", "summary.json"));
  const json summary = json::parse(shop.text("study/summary.json"));
  EXPECT_EQ(summary["scenario"], "precinct");
  EXPECT_EQ(summary["seed"], 1);
  EXPECT_EQ(summary["replications"], 3);
  EXPECT_GT(summary["metrics"]["scans.total"]["mean"], 0.0);
  const json record = json::parse(shop.text("study/run.json"));
  EXPECT_EQ(record["version"], summary["fieldtwin"]);
  EXPECT_EQ(record["replications_simulated"], 3);
  EXPECT_GT(record["scans_per_cpu_s"], 0.0);
  EXPECT_GT(record["peak_rss_bytes"], 0);
  EXPECT_EQ(shop.run("fieldtwin validate study/resolved.yaml").code, 0);
}

TEST(Run, GoesIntoAFolderOfItsOwnByDefault) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 1").code, 0);
  EXPECT_TRUE(shop.has("fieldtwin-out/precinct/summary.json"));
}

TEST(Run, JsonIsTheSummaryAndNothingElse) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin run precinct -n 2 -o study --json --quiet");
  EXPECT_EQ(ended.out, shop.text("study/summary.json"));
  EXPECT_EQ(ended.error, "");
}

TEST(Run, DoesNotDependOnJobsOnRaisingNorOnRecord) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 8 -j 1 -o one").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 8 -j 2 -o two").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 3 -j 5 -o more").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 8 -j 3 -o more").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 8 --record none -o less").code, 0);
  for (const char* other : {"two", "more", "less"}) {
    EXPECT_EQ(shop.text("one/summary.json"), shop.text(std::string(other) + "/summary.json"));
  }
}

TEST(Run, AnotherSeedIsAnotherFingerprint) {
  const Workshop shop;
  const auto fingerprint = [&](const std::string& seed) {
    const auto ended =
        shop.run("fieldtwin run precinct -n 2 --json --seed " + seed + " -o " + seed);
    return json::parse(ended.out)["fingerprint"].get<std::string>();
  };
  const std::string first = fingerprint("1");
  EXPECT_EQ(first.size(), 32u);
  EXPECT_NE(first, fingerprint("2"));
}

TEST(Run, TwiceChangesNothingAndSaysSo) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  const std::string summary = shop.text("study/summary.json"), record = shop.text("study/run.json");
  const Ended again = shop.run("fieldtwin run precinct -n 2 -o study");
  EXPECT_EQ(again.code, 0);
  EXPECT_THAT(again.error, HasSubstr("nothing to do"));
  EXPECT_EQ(shop.text("study/summary.json"), summary);
  EXPECT_EQ(shop.text("study/run.json"), record);
}

TEST(Run, LostOutputsAreWrittenAnewFromTheResults) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  const std::string summary = shop.text("study/summary.json"),
                    report = shop.text("study/report.html");
  EXPECT_EQ(shop.run("rm study/summary.json study/report.html").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  EXPECT_EQ(shop.text("study/summary.json"), summary);
  EXPECT_TRUE(shop.text("study/report.html") == report);  // too long to be printed
  EXPECT_EQ(shop.run("rm study/summary.json study/report.html").code, 0);
  EXPECT_EQ(shop.run("fieldtwin report study").code, 0);
  EXPECT_EQ(shop.text("study/summary.json"), summary);
  EXPECT_TRUE(shop.text("study/report.html") == report);  // too long to be printed
}

TEST(Run, RefusesAResultsFileOfAnotherVersion) {
  for (const char* change : {"UPDATE meta SET value = '0.0.9' WHERE key = 'fieldtwin'",
                             "UPDATE meta SET value = '999' WHERE key = 'schema_version'"}) {
    const Workshop shop;
    EXPECT_EQ(shop.run("fieldtwin run precinct -n 1 -o study").code, 0);
    Database(shop.folder() / "study/results.sqlite", Database::Mode::kOpen).execute(change);
    const std::string before = shop.text("study/results.sqlite");
    const Ended ended = shop.run("fieldtwin run precinct -n 2 -o study");
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.error, HasSubstr("version"));
    EXPECT_TRUE(shop.text("study/results.sqlite") == before);
    EXPECT_EQ(shop.files("study").size(), 6u);
  }
}

TEST(Run, ADiskThatIsFullFromTheStartLeavesNothing) {
  const Workshop shop;
  const Ended ended = shop.run("ulimit -f 1; fieldtwin run precinct -n 2 -o study 2>&1 | cat");
  EXPECT_THAT(ended.out, HasSubstr("fieldtwin: error:"));
  EXPECT_FALSE(shop.has("study"));
}

TEST(Run, ADiskThatFillsUpKeepsWhatIsFinished) {
  const Workshop shop;
  // A limit on the size of files that the results of 30 replications pass, but not one shard.
  const Ended full = shop.run(
      "ulimit -f 1000; fieldtwin run precinct -n 30 -j 2 -o study 2> error; "
      "echo $? > code; true");
  EXPECT_EQ(shop.text("code"), "1\n") << shop.text("error");
  EXPECT_THAT(shop.text("error"), HasSubstr("fieldtwin: error:"));
  EXPECT_FALSE(shop.has("study/summary.json"));
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 30 -o study").code, 0);
  EXPECT_LT(json::parse(shop.text("study/run.json"))["replications_simulated"], 30);
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 30 -o fresh").code, 0);
  EXPECT_EQ(shop.text("study/summary.json"), shop.text("fresh/summary.json"));
}

}  // namespace
}  // namespace fieldtwin
