#include "metrics/attribution/attribution_output.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "metrics/statistics/shapley.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

/// Each of so many people is held for an hour and a half if false_match and desk_error both act,
/// and one more whatever acts.
HarmGames small_games(std::int64_t people) {
  constexpr std::size_t kBoth =
      1u << index_of(Cause::kFalseMatch) | 1u << index_of(Cause::kDeskError);
  HarmGames games;
  for (std::size_t set = 0; set < kCoalitions; ++set) {
    const std::int64_t held = ((set & kBoth) == kBoth ? people : 0) + 1;
    games.people[0][set] = held;
    games.microseconds[0][set] = held * 5'400'000'000;
  }
  return games;
}

json document_of(const std::vector<HarmGames>& replications) {
  return json::parse(attribution_json({"0.1.0", "small", 7, "abc"}, replications));
}

TEST(AttributionJson, SharesEquallyBetweenTwoThatNeedEachOther) {
  const json document = document_of({small_games(4), small_games(2)});
  EXPECT_EQ(document["replications"], 2);
  const json& people = document["kinds"][0]["people"];
  EXPECT_EQ(people["total"], 8.0);
  EXPECT_EQ(people["of_no_cause"], 2.0);
  EXPECT_EQ(people["causes"]["false_match"]["share"], 3.0);
  EXPECT_EQ(people["causes"]["desk_error"]["exact"], "120960/40320");
  EXPECT_EQ(people["causes"]["desk_error"]["removed_alone"], 6.0);
  EXPECT_EQ(people["causes"]["officer"]["share"], 0.0);
  ASSERT_EQ(people["pairs"].size(), 1u);
  EXPECT_EQ(people["pairs"][0]["interaction"], 6.0);
  const json& hours = document["kinds"][0]["person_hours"];
  EXPECT_EQ(hours["total"], 12.0);
  EXPECT_EQ(hours["causes"]["false_match"]["share"], 4.5);
  // t of one degree of freedom is 12.706: the shares of the replications are 2 and 1 people.
  const double low = people["causes"]["false_match"]["ci_low"];
  EXPECT_NEAR(low, 2.0 * (1.5 - 12.7062 * 0.5), 1e-3);
}

TEST(AttributionJson, OfOneReplicationHasNoIntervals) {
  const json people = document_of({small_games(1)})["kinds"][0]["people"];
  EXPECT_TRUE(people["causes"]["false_match"]["ci_low"].is_null());
}

TEST(AttributionJson, SumsToTheLastDigit) {
  const json document = document_of({small_games(5), small_games(7)});
  for (const auto& kind : document["kinds"]) {
    for (const char* measure : {"people", "person_hours"}) {
      std::int64_t numerators = 0;
      for (const auto& [name, cause] : kind[measure]["causes"].items()) {
        numerators += std::stoll(cause["exact"].get<std::string>());
      }
      const double unit = std::string(measure) == "people" ? 1.0 : 3.6e9;
      const double all = kind[measure]["total"], rest = kind[measure]["of_no_cause"];
      EXPECT_EQ(numerators, std::llround((all - rest) * unit) * 40320);
    }
  }
}

TEST(AttributionCsv, HasARowForEachSetOfCauses) {
  std::istringstream lines(attribution_csv(small_games(4)));
  std::string line;
  std::vector<std::string> rows;
  while (std::getline(lines, line)) rows.push_back(line);
  ASSERT_EQ(rows.size(), 1 + kCoalitions);
  EXPECT_THAT(rows[0], testing::StartsWith("causes,any.people,any.microseconds,us_citizen.people"));
  EXPECT_THAT(rows[1], testing::StartsWith("none,1,5400000000,0,0"));
  EXPECT_THAT(rows.back(), testing::StartsWith("false_match+missed_match+capture+record+officer+"
                                               "desk_error+desk_delay+custody,5,"));
}

TEST(HarmGames, AreReadAsTheyWereWritten) {
  const HarmGames games = small_games(3);
  std::stringstream text;
  write_games(games, text);
  HarmGames read;
  EXPECT_TRUE(read_games(text, read));
  EXPECT_EQ(read, games);
  std::istringstream half("1 2 3");
  EXPECT_FALSE(read_games(half, read));
}

TEST(HarmOf, CountsAHoldInEachOfItsKinds) {
  const HoldRecord hold{HoldOrigin::kFalseMatch, HoldDecision::kAgent, HoldEnd::kFingerprints,
                        Seconds(7200.0000004), false};
  const Harm harm = harm_of(Status::kUsBorn, &hold, Seconds(1.5));
  EXPECT_THAT(harm.happened, testing::ElementsAre(true, true, false, true, false, true));
  EXPECT_EQ(harm.microseconds[0], 7'200'000'000);
  EXPECT_EQ(harm.microseconds[kProlongedHarm], 1'500'000);
  const HoldRecord rightful{HoldOrigin::kRightRecord, HoldDecision::kAgent, HoldEnd::kTransfer,
                            Seconds(60.0), false};
  EXPECT_EQ(harm_of(Status::kUnauthorised, &rightful, Seconds(0.0)), Harm{});
  EXPECT_EQ(harm_of(Status::kUsBorn, nullptr, Seconds(0.0)), Harm{});
}

}  // namespace
}  // namespace fieldtwin
