#include "metrics/difference.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "metrics/comparison.hpp"
#include "metrics/port/port_metrics.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

class Differences : public testing::Test {
 protected:
  Differences() : directory_("differences") {}

  /// Replications i = 0, 1, ... of 10 + i scans, with so many wrongful holds in all of them.
  StudyData study(const std::string& name, std::uint32_t replications, int held,
                  std::uint32_t first = StudyData::kAllReplications, std::uint64_t seed = 7) {
    StudyIdentity identity = small_identity();
    identity.scenario_hash = name;
    identity.seed = seed;
    ResultStore store = ResultStore::open_or_create(directory_ / (name + ".sqlite"), identity);
    for (std::uint32_t i = 0; i < replications; ++i) {
      if (store.has(i)) continue;
      Collector collector(small_scenario(), Draws(7, i), RecordLevel::kNone);
      collector.desk(Seconds(0.0), {2, 1, 0});
      for (std::uint64_t scan = 0; scan < 10 + i; ++scan) {
        const bool is_held = scan < static_cast<std::uint64_t>(held);
        collector.encounter(is_held ? held_scan(scan, Status::kUsBorn, HoldOrigin::kFalseMatch,
                                                HoldDecision::kAgent, 30.0)
                                    : plain_scan(scan));
      }
      store.add(collector.finish(officers(4, 4)));
    }
    return StudyData(store, first);
  }

  static Estimate change(const std::string& name, const StudyData& a, const StudyData& b) {
    return difference(metric_named(name)->estimator, a, b).value();
  }

  ScratchDirectory directory_;
};

TEST_F(Differences, OfAStudyWithItselfAreExactlyZeroInEveryMetric) {
  const StudyData data = study("a", 4, 1);
  std::size_t known = 0;
  for (const Metric& metric : metrics()) {
    const auto none = difference(metric.estimator, data, data);
    EXPECT_EQ(none.has_value(), estimate(metric.estimator, data).has_value()) << metric.name;
    if (!none) continue;
    ++known;
    EXPECT_EQ(none->mean, 0.0) << metric.name;
    EXPECT_EQ(none->interval, (Interval{0.0, 0.0})) << metric.name;
  }
  EXPECT_GT(known, 100u);
}

TEST_F(Differences, AreOfTheKindThatEachMetricNeeds) {
  const StudyData base = study("base", 4, 0), alternative = study("alternative", 4, 2);
  EXPECT_EQ(change("scans.total", base, alternative).mean, 0.0);
  EXPECT_EQ(change("custody.holds", base, alternative).mean, 2.0);
  EXPECT_EQ(change("custody.holds", alternative, base).mean, -2.0);
  EXPECT_EQ(change("custody.wrongful.any.person_hours", base, alternative).mean, 60.0);
  EXPECT_DOUBLE_EQ(change("custody.wrongful.any.per_100k_scans", base, alternative).mean,
                   8e5 / 46.0);
  EXPECT_DOUBLE_EQ(change("identification.fpir", base, alternative).mean, 8.0 / 46.0);
  EXPECT_EQ(change("latency.answer_s.p95", base, alternative).interval, (Interval{0.0, 0.0}));
  EXPECT_EQ(change("ice.utilisation", base, alternative).mean, 0.0);
}

TEST_F(Differences, AreTakenOverTheSameReplications) {
  const StudyData four = study("four", 4, 1), two = study("two", 2, 1);
  EXPECT_THROW(change("scans.total", four, two), std::invalid_argument);
  const StudyData first_two = study("four", 4, 1, 2);
  EXPECT_EQ(first_two.replications(), 2u);
  EXPECT_EQ(first_two.series({Amount::kScans}), (std::vector<double>{10.0, 11.0}));
  EXPECT_EQ(first_two.stage(Stage::kAnswer).counts.size(), 2u);
  EXPECT_EQ(change("scans.total", first_two, two).mean, 0.0);
  const StudyData other_seed = study("seed", 2, 1, 2, 8);
  EXPECT_THROW(change("scans.total", two, other_seed), std::invalid_argument);
}

TEST_F(Differences, HaveAVarianceThatTheirIntervalCameFrom) {
  const StudyData base = study("base", 30, 2), alternative = study("alternative", 30, 9);
  const double t = 2.0452296421327;  // 97.5 % of Student's t with 29 degrees of freedom
  for (const char* name : {"scans.total", "custody.holds", "custody.wrongful.any.per_100k_scans",
                           "custody.wrongful.any.person_hours", "identification.fpir"}) {
    const Estimator& estimator = metric_named(name)->estimator;
    const auto variance = pair_variance(estimator, base, alternative);
    ASSERT_TRUE(variance) << name;
    EXPECT_EQ(variance->degrees_of_freedom, 29.0) << name;
    const Interval interval = *change(name, base, alternative).interval;
    EXPECT_NEAR(t * std::sqrt(variance->variance / 30.0), (interval.high - interval.low) / 2.0,
                1e-9 * (1.0 + interval.high - interval.low))
        << name;
  }
  const Estimator& p95 = metric_named("latency.answer_s.p95")->estimator;
  EXPECT_EQ(pair_variance(p95, base, alternative)->variance, 0.0);
  EXPECT_EQ(pair_variance(p95, base, alternative)->degrees_of_freedom, 19.0);
  const Estimator& never = metric_named("latency.sign_in_s.p50")->estimator;
  EXPECT_EQ(pair_variance(never, base, alternative), std::nullopt);
}

TEST_F(Differences, OfRareEventsHaveAVarianceThoughNoneWasSeen) {
  const StudyData base = study("base", 10, 0), alternative = study("alternative", 10, 0);
  const Estimator& count = metric_named("custody.holds")->estimator;
  EXPECT_NEAR(pair_variance(count, base, alternative)->variance, 0.29957, 1e-5);  // 3 in 10
  EXPECT_EQ(pair_variance(count, base, base)->variance, 0.0);
}

TEST_F(Differences, MarkBestAndWorstWhereTheyReallyDiffer) {
  const ComparedStudy base{"base", study("base", 8, 4)};
  const std::vector<ComparedStudy> others{{"b", study("b", 8, 9)}, {"c", study("c", 8, 4)}};
  const json metrics = json::parse(comparison_json(base, others))["metrics"];
  const json& wrongful = metrics["custody.wrongful.any.count"];
  EXPECT_EQ(wrongful["better"], "lower");
  EXPECT_EQ(wrongful["best"], (json{0, 2}));
  EXPECT_EQ(wrongful["worst"], (json{1}));
  EXPECT_EQ(metrics["custody.holds"]["better"], "neither");
  EXPECT_EQ(metrics["custody.holds"]["best"], json::array());
  EXPECT_EQ(metrics["latency.answer_s.p95"]["best"], json::array());
}

TEST_F(Differences, AreWrittenForEveryMetricAndAlternative) {
  const ComparedStudy base{"base", study("base", 3, 0)};
  const std::vector<ComparedStudy> alternatives{{"b", study("b", 3, 8)}, {"c", study("c", 3, 0)}};
  const json written = json::parse(comparison_json(base, alternatives));
  EXPECT_EQ(written["base"], "base");
  EXPECT_EQ(written["alternatives"], (json{"b", "c"}));
  EXPECT_EQ(written["seed"], 7);
  EXPECT_EQ(written["replications"], 3);
  EXPECT_EQ(written["metrics"].size(), metrics().size() - port_metrics().size());
  const json& holds = written["metrics"]["custody.holds"];
  EXPECT_EQ(holds["unit"], "people");
  EXPECT_EQ(holds["base"]["mean"], 0.0);
  EXPECT_EQ(holds["alternatives"]["b"]["value"]["mean"], 8.0);
  EXPECT_EQ(holds["alternatives"]["b"]["difference"]["mean"], 8.0);
  EXPECT_EQ(holds["alternatives"]["b"]["real"], true);
  EXPECT_EQ(holds["alternatives"]["c"]["real"], false);
  const json& never = written["metrics"]["latency.sign_in_s.p50"]["alternatives"]["b"];
  EXPECT_TRUE(never["difference"]["mean"].is_null());
  EXPECT_EQ(never["real"], false);
}

}  // namespace
}  // namespace fieldtwin
