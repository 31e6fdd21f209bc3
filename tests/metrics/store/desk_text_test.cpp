#include "metrics/store/desk_text.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fieldtwin {
namespace {

const std::vector<DeskBin> kBins{
    {},
    {14400.0, 1243.2040203067, 1.0 / 3.0, 5, 5e-324, UINT64_MAX, 1.7976931348623157e308}};

TEST(DeskText, GoesThereAndBackWithoutLoss) {
  EXPECT_EQ(desk_from_text(desk_to_text(kBins)), kBins);
  EXPECT_EQ(desk_from_text(desk_to_text({})), std::vector<DeskBin>{});
}

TEST(DeskText, IsJson) {
  const auto json = nlohmann::json::parse(desk_to_text(kBins));
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0], nlohmann::json({0, 0, 0, 0, 0, 0, 0}));
  EXPECT_EQ(json[1][1], 1243.2040203067);
}

TEST(DeskText, RefusesAnythingElse) {
  for (const char* text : {"", "[", "[]x", "[[]]", "[[1,2,3,4,5,6]]", "[[1,2,3,-4,5,6,7]]", "[[nan,2,3,4,5,6,7]]",
                           "[[1,2,3,4,5,6,7]", "[[1,2,3,4,5,6,7][1,2,3,4,5,6,7]]"}) {
    EXPECT_THROW(desk_from_text(text), std::invalid_argument) << text;
  }
}

}  // namespace
}  // namespace fieldtwin
