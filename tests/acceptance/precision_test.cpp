/// Runs and comparisons until they are precise enough.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRun = "fieldtwin run precinct --precision 'custody.holds=20%' ";

/// Half of the interval of a metric, as a share of its mean.
double width_of(const std::string& summary, const char* metric) {
  const json estimate = json::parse(summary)["metrics"][metric];
  const double mean = estimate["mean"];
  return (estimate["ci_high"].get<double>() - mean) / mean;
}

TEST(Precision, IsReachedAndRecordedInRunJsonAlone) {
  const Workshop shop;
  const Ended ended = shop.run(std::string(kRun) + "-o study");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_THAT(ended.error, HasSubstr("too wide, most custody.holds"));
  EXPECT_THAT(ended.error, HasSubstr("the last to stop was custody.holds"));
  const std::string summary = shop.text("study/summary.json");
  EXPECT_LE(width_of(summary, "custody.holds"), 0.2);
  EXPECT_THAT(summary, Not(HasSubstr("precision")));
  const json record = json::parse(shop.text("study/run.json"))["precision"];
  EXPECT_EQ(record["met"], true);
  EXPECT_EQ(record["asked"], (json{"custody.holds=20%"}));
  EXPECT_EQ(record["last"], "custody.holds");
  EXPECT_EQ(record["replications"], json::parse(summary)["replications"]);
  EXPECT_EQ(record["replications"], record["reached_at"].get<int>() + 5);
  EXPECT_EQ(record["targets"][0]["met"], true);

  // A summary depends on the number of replications, not on what has led to it.
  const std::string n = std::to_string(record["replications"].get<int>());
  EXPECT_EQ(shop.run("fieldtwin run precinct -q -o plain -n " + n).code, 0);
  EXPECT_EQ(shop.text("plain/summary.json"), summary);
}

TEST(Precision, ComesToTheSameEndForAnyJobsAndAfterAnInterruption) {
  const Workshop shop;
  const std::string run = std::string(kRun) + "-q ";
  EXPECT_EQ(shop.run(run + "-j 1 -o one").code, 0);
  EXPECT_EQ(shop.run(run + "-j 3 -o three").code, 0);
  EXPECT_EQ(shop.run("fieldtwin run precinct -q -n 7 -o begun").code, 0);
  EXPECT_EQ(shop.run(run + "-o begun").code, 0);
  EXPECT_EQ(shop.text("one/summary.json"), shop.text("three/summary.json"));
  EXPECT_EQ(shop.text("one/summary.json"), shop.text("begun/summary.json"));
}

TEST(Precision, TightenedAddsToWhatIsThere) {
  const Workshop shop;
  EXPECT_EQ(shop.run(std::string(kRun) + "-q -o study").code, 0);
  const auto before = json::parse(shop.text("study/summary.json"))["replications"].get<int>();
  EXPECT_EQ(shop.run("fieldtwin run precinct --precision 'custody.holds=14%' -q -o study").code, 0);
  const json run = json::parse(shop.text("study/run.json"));
  const auto after = json::parse(shop.text("study/summary.json"))["replications"].get<int>();
  EXPECT_GT(after, before);
  EXPECT_EQ(run["replications_simulated"], after - before);
  EXPECT_EQ(run["precision"]["replications"], after);
}

TEST(Precision, HasALimitAndSaysWhatIsStillTooWide) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin run precinct --precision 1% --at-most 12 -q -o study");
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.error, HasSubstr("Stopped at the limit of 12 replications"));
  EXPECT_THAT(ended.error, HasSubstr("--at-most raises the limit"));
  EXPECT_EQ(json::parse(shop.text("study/summary.json"))["replications"], 12);
  const json record = json::parse(shop.text("study/run.json"))["precision"];
  EXPECT_EQ(record["met"], false);
  EXPECT_GT(record["targets"].size(), 5u);
}

TEST(Precision, OfAComparisonIsThatOfTheDifferences) {
  const Workshop shop;
  const Ended ended = shop.run(
      "fieldtwin compare precinct precinct --precision 1% --precision 'ice.calls=1%' -o null");
  EXPECT_EQ(ended.code, 0) << ended.error;
  const json record = json::parse(shop.text("null/run.json"))["precision"];
  EXPECT_EQ(record["met"], true);  // exactly 0 from the start: the first look and its look-ahead
  EXPECT_EQ(record["replications"], 15);
  EXPECT_TRUE(record["last"].is_null());
  EXPECT_EQ(record["targets"][0]["alternative"], "precinct");
  EXPECT_EQ(json::parse(shop.text("null/compare.json"))["replications"], 15);
}

TEST(Precision, RefusesWhatItCannotAimAt) {
  const Workshop shop;
  const auto error_of = [&shop](const std::string& options) {
    const Ended ended = shop.run("fieldtwin run precinct -o none " + options);
    EXPECT_EQ(ended.code, 2) << options;
    EXPECT_FALSE(shop.has("none")) << options;
    return ended.error;
  };
  EXPECT_THAT(error_of("--precision 5"), HasSubstr("METRIC=5"));
  EXPECT_THAT(error_of("--precision custody.hold=5%"), HasSubstr("Did you mean 'custody.holds'"));
  EXPECT_THAT(error_of("--precision 'custody.holds=5 s'"), HasSubstr("unit, people"));
  EXPECT_THAT(error_of("--precision 5% -n 3"), HasSubstr("excludes"));
  EXPECT_THAT(error_of("--precision 5% --at-most 3"), HasSubstr("--at-most"));
}

}  // namespace
}  // namespace fieldtwin
