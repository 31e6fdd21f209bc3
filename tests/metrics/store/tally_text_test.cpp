#include "metrics/store/tally_text.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fieldtwin {
namespace {

const std::vector<TallyRow> kByState{
    {Amount::kScans, Grouping::kState, "AL", 12.0},
    {Amount::kWrongfulCount, Grouping::kState, "AL", 1.0 / 3.0},
    {Amount::kScans, Grouping::kState, "TX", 5e-324},
    {Amount::kScans, Grouping::kState, "WY", 1.7976931348623157e308},
};

TEST(TallyText, GoesThereAndBackWithoutLoss) {
  EXPECT_EQ(tally_from_text(Grouping::kState, tally_to_text(kByState)), kByState);
  EXPECT_EQ(tally_from_text(Grouping::kState, tally_to_text({})), std::vector<TallyRow>{});
}

TEST(TallyText, IsJsonByKeyOfAmountsAndSums) {
  const auto json = nlohmann::json::parse(tally_to_text(kByState));
  const nlohmann::json first{index_of(Amount::kScans), 12.0};
  EXPECT_EQ(json.at("AL").at(0), first);
  EXPECT_EQ(json.at("AL").size(), 2u);
  EXPECT_EQ(json.size(), 3u);
}

TEST(TallyText, RefusesAnythingElse) {
  for (const char* text : {"", "{", "[]x", "{}x", R"({"AL":1})", R"({"AL":[[0,"many"]]})",
                           R"({"AL":[[0,inf]]})", R"({"AL":[[9999,1]]})", R"({"AL":[[0,1]])",
                           R"({"AL)", R"({"AL":[[0,1]]"TX":[]})"}) {
    EXPECT_THROW(tally_from_text(Grouping::kState, text), std::invalid_argument) << text;
  }
  EXPECT_THROW(tally_to_text(std::vector<TallyRow>{{Amount::kScans, Grouping::kState, "A\"", 1.0}}),
               std::logic_error);
}

}  // namespace
}  // namespace fieldtwin
