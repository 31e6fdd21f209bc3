#include "folders.hpp"
#include "metrics/catalogue.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

std::string text_of(const std::string& file) {
  std::ifstream stream(FIELDTWIN_SOURCE_DIR "/" + file);
  std::stringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(Catalogue, HasTheNamesThatAreStable) {
  std::vector<std::string> names{"scans.total",
                                 "answers.contact_ice",
                                 "answers.no_action",
                                 "identification.false_match",
                                 "identification.missed_match",
                                 "identification.fpir",
                                 "identification.fnir",
                                 "ice.calls",
                                 "ice.abandoned",
                                 "ice.utilisation",
                                 "ice.wait_s.p95",
                                 "stops.prolonged",
                                 "custody.holds",
                                 "exposure.images",
                                 "exposure.citizen_images",
                                 "exposure.image_years",
                                 "exposure.copies",
                                 "exposure.people_with_access",
                                 "exposure.breached_images"};
  for (const char* reason : {"device", "sign_in", "capture", "network", "timeout"}) {
    names.push_back(std::string("scans.failed.") + reason);
  }
  for (const char* stage : {"answer", "disposition", "sign_in", "uplink", "match", "ice_wait"}) {
    for (const char* what : {"mean", "p50", "p95", "p99"}) {
      names.push_back(std::string("latency.") + stage + "_s." + what);
    }
  }
  for (const char* kind : {"any", "us_citizen", "lawful_status", "false_match", "stale_record"}) {
    for (const char* what : {"count", "per_100k_scans", "person_hours"}) {
      const std::string name = std::string("custody.wrongful.") + kind + "." + what;
      names.push_back(name);
      for (const std::string_view group : kEthnicityNames) {
        names.push_back(name + ".by_group." + std::string(group));
      }
    }
  }
  for (const std::string& name : names) EXPECT_NE(metric_named(name), nullptr) << name;
}

TEST(Catalogue, NamesEachMetricOnceWithUnitAndMeaning) {
  std::set<std::string> names;
  for (const Metric& metric : metrics()) {
    EXPECT_TRUE(names.insert(metric.name).second) << metric.name;
    EXPECT_FALSE(metric.unit.empty()) << metric.name;
    EXPECT_TRUE(metric.meaning.ends_with('.')) << metric.name;
  }
  EXPECT_EQ(metric_named("scans"), nullptr);
}

TEST(Catalogue, StandsInTheManual) {
  const std::string manual = text_of("docs/results.md");
  for (const Metric& metric : metrics()) {
    if (metric.name.find(".by_system.") != std::string::npos) continue;  // described together
    if (!metric.name.starts_with("scans") && metric.name.find(".by_group.") != std::string::npos) {
      continue;  // described together
    }
    const char* amount = amount_named(metric.name) ? "yes" : "";
    const std::string row =
        "| `" + metric.name + "` | " + metric.unit + " | " + amount + " | " + metric.meaning + " |";
    EXPECT_NE(manual.find(row), std::string::npos) << row;
  }
  for (std::size_t i = 0; i < kAmounts; ++i) {
    const std::string name(name_of(static_cast<Amount>(i)));
    EXPECT_NE(manual.find("`" + name + "`"), std::string::npos) << name;
  }
}

TEST(Amounts, AreFoundByTheirNames) {
  for (std::size_t i = 0; i < kAmounts; ++i) {
    EXPECT_EQ(amount_named(name_of(static_cast<Amount>(i))), static_cast<Amount>(i));
  }
  EXPECT_FALSE(amount_named("no such thing"));
  EXPECT_EQ(name_of(wrongful_hours(WrongfulKind::kStaleRecord)),
            "custody.wrongful.stale_record.person_hours");
  EXPECT_EQ(name_of(wrongful_count(WrongfulKind::kAny)), "custody.wrongful.any.count");
  EXPECT_EQ(name_of(failed_by(ScanOutcome::kTimedOut)), "scans.failed.timeout");
  EXPECT_EQ(dimension_named("cause_and_decision"), Grouping::kCauseAndDecision);
}

class Estimates : public testing::Test {
 protected:
  /// Two replications: 10 scans and 1 wrongful hold of 30 hours, then 30 scans and none.
  Estimates() : directory_("estimates"), store_(make()) {}

  ResultStore make() {
    ResultStore store = ResultStore::open_or_create(directory_ / "r.sqlite", small_identity());
    for (std::uint32_t i = 0; i < 2; ++i) {
      Collector collector(small_scenario(), Draws(7, i), RecordLevel::kNone);
      collector.desk(Seconds(0.0), {2, 1, 0});
      const std::uint64_t plain = i == 0 ? 9 : 30;
      for (std::uint64_t scan = 0; scan < plain; ++scan) collector.encounter(plain_scan(scan));
      if (i == 0) {
        collector.encounter(
            held_scan(99, Status::kUsBorn, HoldOrigin::kFalseMatch, HoldDecision::kAgent, 30.0));
      }
      collector.call(Seconds(0.0), Seconds(8.0), Journal::CallAbout::kOther,
                     Journal::CallEnd::kAgent);
      store.add(collector.finish(officers(4 + 2 * i, 4)));
    }
    return store;
  }

  double mean(const std::string& name) {
    return estimate(metric_named(name)->estimator, StudyData(store_))->mean;
  }

  ScratchDirectory directory_;
  ResultStore store_;
};

TEST_F(Estimates, AreOfTheKindThatEachMetricNeeds) {
  EXPECT_EQ(mean("scans.total"), 20.0);
  EXPECT_EQ(mean("custody.wrongful.us_citizen.count"), 0.5);
  EXPECT_DOUBLE_EQ(mean("custody.wrongful.us_citizen.per_100k_scans"), 1e5 / 40.0);
  EXPECT_EQ(mean("custody.wrongful.us_citizen.person_hours"), 15.0);
  EXPECT_DOUBLE_EQ(mean("custody.wrongful.any.per_100k_scans.by_group.white"), 1e5 / 40.0);
  EXPECT_DOUBLE_EQ(mean("identification.fpir"), 1.0 / 40.0);
  EXPECT_DOUBLE_EQ(mean("ice.utilisation"), 0.5);
  EXPECT_EQ(mean("ice.duty_hours"), 48.0);
  EXPECT_EQ(mean("ice.other_wait_s.mean"), 8.0);
  EXPECT_EQ(mean("latency.answer_s.mean"), 16.0);
  EXPECT_NEAR(mean("latency.answer_s.p95"), 16.0, 16.0 / 64.0);
  EXPECT_EQ(mean("devices.officers"), 5.0);
  EXPECT_EQ(mean("scans.by_age.18_to_64"), 20.0);
}

TEST_F(Estimates, OfAmountsAreNotNegative) {
  const auto hours =
      estimate(metric_named("custody.person_hours")->estimator, StudyData(store_))->interval;
  ASSERT_TRUE(hours);
  EXPECT_EQ(hours->low, 0.0);
  EXPECT_GT(hours->high, 30.0);
}

}  // namespace
}  // namespace fieldtwin
