#include "matcher/template/population_file.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(PopulationFile, HoldsWhatWasWritten) {
  const PopulationModel shipped = shipped_population_model();
  EXPECT_FALSE(shipped.source.empty());
  const std::string text = population_text(shipped);
  const PopulationModel read = parse_population(text, "text");
  EXPECT_EQ(population_text(read), text);
  EXPECT_EQ(read.mean, shipped.mean);
  EXPECT_EQ(read.person, shipped.person);
}

TEST(PopulationFile, RefusesOtherTextNamingIt) {
  const auto message = [](const std::string& text) -> std::string {
    try {
      parse_population(text, "people.json");
    } catch (const PopulationError& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_NE(message("{").find("people.json is no population"), std::string::npos);
  EXPECT_NE(message(R"({"population": 2})").find("another version"), std::string::npos);
  std::string text = population_text(PopulationModel{});
  text.replace(text.find("\"spread\": [["), 12, "\"spread\": [[1,");
  EXPECT_NE(message(text).find("field spread: a table has 3 entries, not 2"), std::string::npos)
      << message(text);
}

}  // namespace
}  // namespace fieldtwin
