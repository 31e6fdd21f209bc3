#include "metrics/report/stress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace fieldtwin {
namespace {

using ::testing::HasSubstr;

const StressItem& item(const std::vector<StressSection>& sections, const std::string& number) {
  for (const StressSection& section : sections) {
    for (const StressItem& candidate : section.items) {
      if (candidate.number == number) return candidate;
    }
  }
  throw std::out_of_range(number);
}

class Stress : public testing::Test {
 protected:
  ResolvedScenario scenario_ = load_scenario("precinct");
  std::vector<StressSection> sections_ = stress_checklist(scenario_, {"0.1.0", 20, 7});
};

TEST_F(Stress, HasEveryItemOfTheGuidelines) {
  std::vector<std::string> numbers;
  for (const StressSection& section : sections_) {
    for (const StressItem& one : section.items) {
      numbers.push_back(one.number);
      EXPECT_FALSE(one.title.empty());
      EXPECT_TRUE(one.text.ends_with('.') || one.text.ends_with(':')) << one.text;
    }
  }
  EXPECT_THAT(numbers,
              testing::ElementsAre("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1",
                                   "2.5.2", "2.5.3", "2.5.4", "2.5.5", "3.1", "3.2", "3.3", "3.4",
                                   "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1"));
}

TEST_F(Stress, IsFilledFromTheScenario) {
  EXPECT_THAT(item(sections_, "1.1").text, HasSubstr(scenario_.scenario.question));
  EXPECT_THAT(item(sections_, "2.3").points, testing::Contains("programme.officers_trained = 60"));
  EXPECT_THAT(item(sections_, "3.1").points, testing::Contains(HasSubstr("White et al.")));
  EXPECT_THAT(
      item(sections_, "3.4").points,
      testing::Contains(HasSubstr("policy.documents_honoured = 40 % (could be 10 % to 90 %)")));
  EXPECT_THAT(item(sections_, "4.2").text, HasSubstr("1 day from 2025-11-03"));
  EXPECT_THAT(item(sections_, "4.3").text, HasSubstr("20 replications"));
  EXPECT_THAT(item(sections_, "5.2").text, HasSubstr("Seed 7"));
}

TEST_F(Stress, NamesNoSeedOfAStudyThatIsNotRun) {
  const auto sections = stress_checklist(scenario_, {"0.1.0", 20, {}});
  EXPECT_THAT(item(sections, "5.2").text, testing::Not(HasSubstr("Seed")));
}

TEST_F(Stress, AsTextKeepsToTheWidth) {
  std::istringstream lines(stress_text(sections_, 80));
  std::string line;
  std::size_t long_lines = 0;
  while (std::getline(lines, line)) long_lines += line.size() > 80 ? 1 : 0;
  EXPECT_LE(long_lines, 5u);  // a word may be longer than a line
  EXPECT_THAT(stress_json_text(sections_), HasSubstr("\"number\": \"2.5.3\""));
}

}  // namespace
}  // namespace fieldtwin
