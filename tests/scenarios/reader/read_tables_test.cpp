#include "scenarios/reader/read_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/scenarios/errors_of.hpp"

namespace fieldtwin {
namespace {

using namespace std::chrono_literals;

std::string raised(const ErrorList& errors) {
  try {
    errors.raise_if_any();
  } catch (const ScenarioErrors& problem) {
    return problem.what();
  }
  return "";
}

const Tables& shipped() {
  static const Tables tables = load_scenario("national-day").scenario.tables;
  return tables;
}

TEST(ReadTables, BadRowsOfStatesAreReported) {
  const std::string header =
      "state,postal,fips,population,white,black,american_indian,asian,pacific_islander,two_or_more,"
      "hispanic,female,"
      "foreign_born,under_18,age_65_plus,rural,utc_offset_h,dst\n";
  ErrorList errors;
  read_states(header + "A,AA,01,1000,0.5,0.1,0.1,0.1,0.1,0.1,0.0,0.5,0.1,0.2,0.2,0.1,-5,us\n" +
                  "B,BBB,02,1000,0.5,0.1,0.1,0.1,0.1,0.1,0.0,0.5,1.1,0.6,0.5,0.1,-5,uss\n" +
                  "A,AC,03,0,0.1,0.1,0.1,0.1,0.1,0.1,0.0,0.5,0.1,0.2,0.2,0.1,-25,none\n",
              "s.csv", errors);
  EXPECT_EQ(raised(errors),
            "s.csv:3:3: error: 'BBB' is not a postal code of two letters.\n"
            "s.csv:3:47: error: 1.1 in the column 'foreign_born' is out of range (it must lie from "
            "0 to 1).\n"
            "s.csv:3:55: error: under_18 and age_65_plus add up to more than 1.\n"
            "s.csv:3:66: error: 'uss' in the column 'dst' is not known. Did you mean 'us'?\n"
            "s.csv:4:1: error: the state 'A' has a row already. Remove one of them.\n"
            "s.csv:4:9: error: 0 in the column 'population' is out of range (it must lie from 1 to "
            "100000000000).\n"
            "s.csv:4:11: error: the shares of the groups add up to 0.600 (they should add up to "
            "about 1; the census "
            "counts Hispanics of any race).\n"
            "s.csv:4:59: error: -25 in the column 'utc_offset_h' is out of range (it must lie from "
            "-12 to 14).");
}

TEST(ReadTables, BadRowsOfTheOthersAreReported) {
  std::vector<StateRow> states(1);
  states[0].name = "Florida";
  ErrorList errors;
  read_agreements(
      "state,model,signed_month,agreements\nFlorda,TFM,2025-09,1\nFlorida,TMF,2025-9,0\n", "a.csv",
      states, errors);
  read_strength("state,sworn\nFlorida,-1\nFlorida,3\n", "w.csv", states, errors);
  read_anchors("anchor,people,fpir,fnir,exponent\nx,1e6,0.003,1.2,0.1\n", "m.csv", errors);
  EXPECT_EQ(raised(errors),
            "a.csv:2:1: error: the state 'Florda' is not known (it is not in the table of states). "
            "Did you mean 'Florida'?\n"
            "a.csv:3:9: error: 'TMF' in the column 'model' is not known. Did you mean 'TFM'?\n"
            "a.csv:3:13: error: '2025-9' is not a month. Months are written 2025-10.\n"
            "a.csv:3:20: error: 0 in the column 'agreements' is out of range (it must lie from 1 "
            "to 100000).\n"
            "w.csv:2:9: error: -1 in the column 'sworn' is out of range (it must lie from 0 to "
            "10000000).\n"
            "w.csv:3:1: error: the state 'Florida' has a row already. Remove one of them.\n"
            "m.csv:2:13: error: 1.2 in the column 'fnir' is out of range (it must lie from 1e-09 "
            "to 0.99).");
}

TEST(ReadTables, AgreementsCountFromTheNextMonth) {
  const AgreementRow agreement{"Florida", "TFM", 2025y / 10, 1.0};
  EXPECT_FALSE(is_task_force_in_force(agreement, 2025y / 10 / 31));
  EXPECT_TRUE(is_task_force_in_force(agreement, 2025y / 11 / 1));
}

TEST(ReadTables, ShippedStatesAreThoseOfTheCensus) {
  double people = 0.0;
  for (const StateRow& row : shipped().states)
    if (row.postal != "GU" && row.postal != "MP") people += row.population;
  EXPECT_EQ(people, 331'449'281.0);  // 50 states and DC, 2020 Census
  EXPECT_EQ(shipped().states.size(), 53u);
}

TEST(ReadTables, ShippedAgreementsGiveThePublishedNumberOfStates) {
  std::set<std::string> states;
  double agreements = 0.0, all = 0.0;
  for (const AgreementRow& row : shipped().agreements) {
    if (row.model == "TFM") all += row.agreements;
    if (!is_task_force_in_force(row, 2025y / 11 / 3)) continue;
    states.insert(row.state);
    agreements += row.agreements;
  }
  EXPECT_EQ(states.size(), 34u);  // ICE's list of 2025-10-31: 553 agreements in 34 states
  EXPECT_EQ(agreements, 538.0);   // of which 537 were still in force in May 2026, and Maine's
  EXPECT_EQ(all, 1163.0);         // 1,162 on 2026-05-18, and Maine's
  for (const std::string& state : states) {
    const bool known = std::any_of(shipped().strength.begin(), shipped().strength.end(),
                                   [&](const StrengthRow& row) { return row.state == state; });
    EXPECT_TRUE(known) << state;
  }
}

TEST(ReadTables, ShippedAnchorsHoldTheFiguresOfNist) {
  const auto anchor = [](const std::string& name) {
    for (const MatcherAnchor& a : shipped().anchors)
      if (a.name == name) return a;
    ADD_FAILURE() << name;
    return MatcherAnchor{};
  };
  EXPECT_EQ(anchor("frte-nec-010-mugshot").fnir.value(), 0.0007);
  EXPECT_EQ(anchor("frte-nec-010-mugshot").people, 12e6);
  EXPECT_EQ(anchor("frte-nec-010-kiosk").fnir.value(), 0.0396);
  EXPECT_EQ(anchor("frte-nec-010-kiosk").people, 1.6e6);
  EXPECT_EQ(anchor("frte-idemia-012-kiosk").exponent, 0.07);
  // Misses of the kiosk photo at 200 million, by the power law.
  const MatcherAnchor kiosk = anchor("frte-nec-010-kiosk");
  EXPECT_NEAR(kiosk.fnir.value() * std::pow(200e6 / kiosk.people, kiosk.exponent), 0.089, 0.002);
}

}  // namespace
}  // namespace fieldtwin
