/// Every case of a study of many mistakes happens again exactly as it was recorded.

#include <gmock/gmock.h>

#include <sstream>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kManyMistakes =
    "fieldtwin run precinct -n 20 -o study --set 'matcher.fpir=5 %' --set 'ice.false_accept=50 %' "
    "--set 'records.wrong.us_born=10 %' --set 'policy.documents_honoured=30 %' "
    "--set 'policy.holds_without_call=20 %' --set 'policy.holds_unanswered=50 %' "
    "--set ice.agents_day=12";

TEST(EveryStory, AgreesWithTheRecordedRun) {
  const Workshop shop;
  ASSERT_EQ(shop.run(kManyMistakes).code, 0);
  std::istringstream lines(shop.run("fieldtwin story study").out);
  std::string line;
  std::getline(lines, line);  // the heading
  int told = 0;
  while (std::getline(lines, line)) {
    const std::string name = line.substr(0, line.find(' '));
    const Ended story = shop.run("fieldtwin story study " + name);
    ASSERT_EQ(story.code, 0) << name << story.error;
    ASSERT_THAT(story.out, testing::ContainsRegex(
                               "agrees with the recorded run: [0-9]+ steps, and the fingerprint"))
        << name;
    ++told;
  }
  EXPECT_GT(told, 100);
}

}  // namespace
}  // namespace fieldtwin
