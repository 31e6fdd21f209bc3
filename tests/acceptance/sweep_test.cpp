// fieldtwin sweep as a user runs it.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kStudy = R"(title: Load and agents
base: precinct
factors:
  load: {scale: encounters.stops_per_shift, values: [0.25, 1]}
  ice.queue_order: [first_come, officers_first]
design: grid
metrics: [stops.total, answers.contact_ice]
replications: 2
)";

class Sweep : public testing::Test {
 protected:
  void write(const std::string& text) const {
    std::ofstream(shop_.folder() / "study.yaml") << text;
  }
  Ended run(const std::string& options) const {
    return shop_.run("fieldtwin sweep study.yaml -q -o out " + options);
  }

  Workshop shop_;
};

TEST_F(Sweep, GivesEveryPointAndWhatTheFactorsDo) {
  write(kStudy);
  const Ended ended = run("--json -j2");
  ASSERT_EQ(ended.code, 0) << ended.error;
  EXPECT_EQ(ended.out, shop_.text("out/sweep.json"));
  const auto json = nlohmann::json::parse(ended.out);
  ASSERT_EQ(json["points"].size(), 4u);
  EXPECT_EQ(json["points"][0]["values"]["load"], 0.25);
  EXPECT_EQ(json["points"][3]["values"]["ice.queue_order"], "officers_first");
  const auto& factors = json["analysis"]["stops.total"]["factors"];
  EXPECT_NEAR(factors["load"]["main_effect"]["share"].get<double>(), 1.0, 0.05);
  EXPECT_NEAR(factors["ice.queue_order"]["main_effect"]["share"].get<double>(), 0.0, 1e-9);
  const std::string csv = shop_.text("out/points.csv");
  EXPECT_EQ(std::ranges::count(csv, '\n'), 9);  // four points, two metrics, a heading
  EXPECT_EQ(csv.substr(0, csv.find('\r')),
            "point,folder,load,ice.queue_order,metric,unit,mean,ci_low,ci_high,replications");
}

TEST_F(Sweep, IsTheSameForAnyNumberOfProcesses) {
  write(kStudy);
  const Ended one = run("--json -j1");
  const Ended three = shop_.run("fieldtwin sweep study.yaml -q -o other --json -j3");
  EXPECT_EQ(one.code, 0) << one.error;
  EXPECT_EQ(one.out, three.out);
}

TEST_F(Sweep, OfTwoSharesMergesIntoTheSameBytes) {
  write(kStudy);
  ASSERT_EQ(run("").code, 0);
  const std::string parts = "fieldtwin sweep study.yaml -q -o parts ";
  const Ended both =
      shop_.run(parts + "--shard 1/2 & " + parts + "--shard 2/2; code=$?; wait $! && exit $code");
  EXPECT_EQ(both.code, 0) << both.error;
  EXPECT_FALSE(shop_.has("parts/sweep.json")) << "a share has no results of its own";
  const Ended merged = shop_.run(parts);
  EXPECT_EQ(merged.code, 0) << merged.error;
  for (const char* file : {"/sweep.json", "/points.csv", "/report.html"}) {
    EXPECT_EQ(shop_.text(std::string("parts") + file), shop_.text(std::string("out") + file));
  }
}

TEST_F(Sweep, HasAPageThatReportWritesAnew) {
  write(kStudy);
  ASSERT_EQ(run("").code, 0);
  const std::string page = shop_.text("out/report.html");
  EXPECT_NE(page.find(R"("kind":"sweep")"), std::string::npos);
  EXPECT_NE(page.find(R"("title":"Load and agents")"), std::string::npos);
  ASSERT_EQ(shop_.run("rm out/report.html").code, 0);
  const Ended again = shop_.run("fieldtwin report out");
  EXPECT_EQ(again.code, 0) << again.error;
  EXPECT_EQ(again.out, "out/report.html\n");
  EXPECT_EQ(shop_.text("out/report.html"), page);
}

TEST_F(Sweep, IsValidatedAndExplained) {
  write(kStudy);
  const Ended valid = shop_.run("fieldtwin validate study.yaml");
  EXPECT_EQ(valid.code, 0);
  EXPECT_EQ(valid.out, "study.yaml: valid\n");
  const Ended explained = shop_.run("fieldtwin explain study.yaml");
  EXPECT_EQ(explained.code, 0) << explained.error;
  EXPECT_NE(explained.out.find("0.25, 1 times encounters.stops_per_shift"), std::string::npos)
      << explained.out;
  EXPECT_NE(explained.out.find("grid, 4 points"), std::string::npos) << explained.out;
  EXPECT_NE(explained.out.find("Run it: fieldtwin sweep study"), std::string::npos);
  write(std::string(kStudy) + "replicatoins: 3\n");
  const Ended wrong = shop_.run("fieldtwin validate study.yaml");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.error.find("study.yaml:9:1: error: a study has no key 'replicatoins'"),
            std::string::npos)
      << wrong.error;
}

TEST_F(Sweep, AddsPointsAndReplicationsToWhatIsThere) {
  write(kStudy);
  ASSERT_EQ(run("").code, 0);
  const std::size_t few = shop_.files("out/points").size();
  std::string longer = kStudy;
  longer.replace(longer.find("[0.25, 1]"), 9, "[0.25, 0.5, 1]");
  write(longer);
  ASSERT_EQ(run("-n 3").code, 0);
  EXPECT_EQ(few, 4u);
  EXPECT_EQ(shop_.files("out/points").size(), 6u);
}

TEST_F(Sweep, RefusesTheFolderOfAnotherSweep) {
  write(kStudy);
  ASSERT_EQ(run("").code, 0);
  const std::string before = shop_.text("out/sweep.json");
  const Ended other = run("--seed 2");
  EXPECT_EQ(other.code, 2);
  EXPECT_NE(other.error.find("seed: 1 there, 2 here"), std::string::npos) << other.error;
  EXPECT_EQ(shop_.text("out/sweep.json"), before);
}

TEST_F(Sweep, NamesEveryMistakeAtItsPlace) {
  write("base: precinct\nfactors:\n  ice.agents_dya: [1, 2]\ndesign: grdi\nmetrics: [ice.cals]\n");
  const Ended ended = run("");
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.error,
            "study.yaml:1:1: error: the study has no replications. For example replications: 10.\n"
            "study.yaml:3:3: error: there is no parameter 'ice.agents_dya' (a factor is named by "
            "the path of what it varies). Did you mean 'ice.agents_day'?\n"
            "study.yaml:4:9: error: there is no design 'grdi'. Did you mean 'grid'?\n"
            "study.yaml:5:11: error: there is no metric 'ice.cals'. Did you mean 'ice.calls'?\n");
  EXPECT_FALSE(shop_.has("out"));
}

}  // namespace
}  // namespace fieldtwin
