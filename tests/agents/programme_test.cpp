#include "agents/programme.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tests/agents/small_country.hpp"

namespace fieldtwin {
namespace {

using namespace std::chrono;

/// Alabama 10, Florida 30 agreements in force in November 2025; Guam's comes too late; Arizona's is
/// of another model.
Scenario small_programme() {
  Scenario scenario = small_country();
  scenario.system = SystemKind::kMobileIdentify;
  scenario.programme.growth = Growth::kNone;
  scenario.tables.agreements = {
      {"Florida", "TFM", 2025y / February, 20},  {"Florida", "TFM", 2025y / October, 10},
      {"Florida", "TFM", 2025y / November, 500}, {"Alabama", "TFM", 2025y / March, 10},
      {"Alabama", "JEM", 2025y / March, 70},     {"Arizona", "WSO", 2020y / June, 5},
      {"Guam", "TFM", 2026y / January, 1},
  };
  scenario.period.days = Count(1);
  scenario.tables.strength = {{"Alabama", 500}, {"Florida", 4500}, {"Guam", 20}};
  return scenario;
}

std::uint32_t total(const std::vector<StatePresence>& presences) {
  return std::accumulate(presences.begin(), presences.end(), 0U,
                         [](std::uint32_t sum, const auto& p) { return sum + p.officers; });
}

TEST(OfficersByState, BlendsAgreementsInForceAndSwornStrength) {
  const std::vector<StatePresence> presences = officers_by_state(small_programme());
  ASSERT_EQ(presences.size(), 2U);
  EXPECT_EQ(presences[0].state, 0U);
  EXPECT_EQ(presences[0].agreements, 10.0);
  EXPECT_EQ(presences[0].officers, 175U);  // (10/40 + 500/5000) / 2
  EXPECT_EQ(presences[1].state, 2U);
  EXPECT_EQ(presences[1].agreements, 30.0);
  EXPECT_EQ(presences[1].officers, 825U);
}

TEST(OfficersByState, WeightOfSwornStrength) {
  Scenario scenario = small_programme();
  scenario.programme.sworn_weight = Probability(0.0);
  EXPECT_EQ(officers_by_state(scenario)[0].officers, 250U);
  scenario.programme.sworn_weight = Probability(1.0);
  EXPECT_EQ(officers_by_state(scenario)[0].officers, 100U);
  scenario.tables.strength.clear();  // nothing known: the agreements decide
  EXPECT_EQ(officers_by_state(scenario)[0].officers, 250U);
}

TEST(OfficersByState, AgreementsCountFromTheMonthAfterTheirSigning) {
  Scenario scenario = small_programme();
  scenario.period.start = December / 1 / 2025;
  EXPECT_EQ(officers_by_state(scenario)[1].agreements, 530.0);
  scenario.period.start = February / 28 / 2026;
  EXPECT_EQ(officers_by_state(scenario).size(), 3U);
  scenario.period.start = March / 1 / 2025;
  EXPECT_EQ(officers_by_state(scenario).size(), 1U);
}

TEST(OfficersByState, TheSumIsExact) {
  Scenario scenario = small_programme();
  scenario.period.start = February / 28 / 2026;
  for (int officers = 0; officers < 500; ++officers) {
    scenario.programme.officers_trained = Count(officers);
    EXPECT_EQ(total(officers_by_state(scenario)), static_cast<std::uint32_t>(officers));
  }
}

TEST(OfficersByState, SelectedStatesHaveAllTheOfficersInTheSameProportions) {
  Scenario scenario = small_programme();
  scenario.period.start = February / 28 / 2026;
  const auto all = officers_by_state(scenario);
  scenario.programme.states = {"AL", "GU"};
  const auto some = officers_by_state(scenario);
  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(total(some), 1000U);
  EXPECT_NEAR(static_cast<double>(some[1].officers) / some[0].officers,
              static_cast<double>(all[2].officers) / all[0].officers, 0.02);
}

TEST(OfficersByState, RefusesWhatCannotBe) {
  Scenario scenario = small_programme();
  scenario.programme.states = {"AZ"};
  EXPECT_THROW(officers_by_state(scenario), std::invalid_argument);
  scenario.programme.officers_trained = Count(0.0);
  EXPECT_TRUE(officers_by_state(scenario).empty());
  scenario.tables.agreements.push_back({"Atlantis", "TFM", 2025y / March, 1});
  EXPECT_THROW(officers_by_state(scenario), std::invalid_argument);
}

/// The agreements of ICE's list of 2026-06-09, the sworn strength of their agencies (FBI, 2025,
/// with the median for those unmatched), and a split of 8,501 officers computed elsewhere by
/// rounding each share on its own.
TEST(OfficersByState, ReproducesTheSplitOfJune2026) {
  struct Row {
    const char* state;
    double agreements;
    double sworn;
    double officers;
  };
  const std::vector<Row> rows{{"Texas", 220, 5386, 1111},
                              {"Florida", 274, 39851, 3613},
                              {"Pennsylvania", 104, 1591, 461},
                              {"Arkansas", 56, 887, 250},
                              {"Missouri", 86, 1429, 389},
                              {"Tennessee", 27, 1097, 166},
                              {"Oklahoma", 64, 773, 270},
                              {"Georgia", 31, 989, 172},
                              {"Alabama", 44, 1309, 238},
                              {"South Carolina", 32, 1234, 192},
                              {"Louisiana", 31, 2300, 260},
                              {"Kentucky", 39, 602, 173},
                              {"Mississippi", 31, 576, 144},
                              {"West Virginia", 37, 623, 168},
                              {"Kansas", 10, 217, 49},
                              {"Indiana", 28, 217, 110},
                              {"Virginia", 24, 1263, 167},
                              {"North Carolina", 7, 286, 43},
                              {"New Hampshire", 23, 220, 93},
                              {"Ohio", 15, 588, 91},
                              {"Wyoming", 10, 240, 50},
                              {"Utah", 5, 435, 46},
                              {"North Dakota", 10, 205, 48},
                              {"New York", 7, 261, 41},
                              {"Idaho", 3, 49, 14},
                              {"Minnesota", 6, 186, 33},
                              {"Arizona", 1, 20, 5},
                              {"Nebraska", 6, 120, 29},
                              {"South Dakota", 4, 43, 17},
                              {"Michigan", 5, 126, 26},
                              {"Montana", 4, 11, 14},
                              {"Iowa", 2, 39, 9},
                              {"Northern Mariana Islands", 1, 20, 5},
                              {"Guam", 1, 20, 5}};
  Scenario scenario;
  scenario.period.start = June / 9 / 2026;
  scenario.programme.officers_trained = Count(8501.0);
  scenario.programme.sworn_weight = Probability(0.5);
  for (const Row& row : rows) {
    StateRow state{};
    state.name = row.state;
    scenario.tables.states.push_back(state);
    scenario.tables.agreements.push_back({row.state, "TFM", 2026y / May, row.agreements});
    scenario.tables.strength.push_back({row.state, row.sworn});
  }
  const auto presences = officers_by_state(scenario);
  ASSERT_EQ(presences.size(), rows.size());
  EXPECT_EQ(total(presences), 8501U);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_NEAR(presences[i].officers, rows[i].officers, 1.0) << rows[i].state;
  }
}

TEST(Intakes, FollowTheAgreementsMonthByMonth) {
  Scenario scenario = small_programme();
  scenario.period.days = Count(120);  // to the end of February
  EXPECT_TRUE(intakes(scenario).empty()) << "without growth";
  scenario.programme.growth = Growth::kAgreements;
  const std::vector<Intake> all = intakes(scenario);
  ASSERT_EQ(all.size(), 2U);
  // 40 agreements and 1000 officers in November; 540 in December, all of the new ones in Florida.
  EXPECT_EQ(all[0].from, December / 1 / 2025);
  ASSERT_EQ(all[0].officers.size(), 1U);
  EXPECT_EQ(all[0].officers[0].state, 2U);
  EXPECT_EQ(all[0].officers[0].officers, 12'500U);
  // Guam's is signed in January, and in force in February.
  EXPECT_EQ(all[1].from, February / 1 / 2026);
  ASSERT_EQ(all[1].officers.size(), 1U);
  EXPECT_EQ(all[1].officers[0].state, 3U);
  EXPECT_EQ(all[1].officers[0].officers, 25U);
}

TEST(Intakes, AreOfTheStatesThatAreSimulated) {
  Scenario scenario = small_programme();
  scenario.period.days = Count(120);
  scenario.programme.growth = Growth::kAgreements;
  scenario.programme.states = {"AL", "GU"};
  const std::vector<Intake> all = intakes(scenario);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(total(all[0].officers), 100U) << "11 agreements after 10";
  scenario.period.days = Count(28);  // November's end is not reached
  EXPECT_TRUE(intakes(scenario).empty());
}

TEST(Intakes, ComeInWavesOnTheirDates) {
  Scenario scenario = small_programme();
  scenario.programme.growth = Growth::kWaves;
  scenario.period.days = Count(60);
  const Date before = October / 1 / 2025;  // who was trained then is among those at the start
  const Date first = November / 15 / 2025, second = December / 15 / 2025, after = June / 1 / 2026;
  scenario.tables.waves = {{before, 700}, {first, 200}, {second, 1000}, {after, 300}};
  const std::vector<Intake> all = intakes(scenario);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].from, first);
  EXPECT_EQ(total(all[0].officers), 200U);
  EXPECT_EQ(all[0].officers[0].officers, 35U) << "as the programme is spread: 17.5 %";
  EXPECT_EQ(all[1].from, second);
  EXPECT_EQ(total(all[1].officers), 1000U);
  // In December Alabama has 10 of 540 agreements and a tenth of the sworn strength.
  EXPECT_EQ(all[1].officers[0].officers, 59U);
}

TEST(Intakes, DoubleInTheDoublingTime) {
  Scenario scenario = small_programme();
  scenario.programme.growth = Growth::kDoubling;
  scenario.period.start = November / 1 / 2025;
  scenario.period.days = Count(70);
  scenario.programme.doubling_time = 30.0 * kDay;
  const std::vector<Intake> all = intakes(scenario);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].from, December / 1 / 2025);
  EXPECT_EQ(total(all[0].officers), 1000U) << "2,000 after the 30 days of November";
  const double in_january = 1000.0 * std::exp2(61.0 / 30.0);
  EXPECT_EQ(total(all[1].officers), static_cast<std::uint32_t>(std::llround(in_january)) - 2000U);
}

}  // namespace
}  // namespace fieldtwin
