/// Every case of a study of many mistakes happens again exactly as it was recorded.

#include <gmock/gmock.h>

#include <random>
#include <sstream>

#include "metrics/store/result_store.hpp"
#include "metrics/story/case_id.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kManyMistakes =
    "fieldtwin run precinct -n 8 -o study --set 'matcher.fpir=5 %' --set 'ice.false_accept=50 %' "
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
  EXPECT_GT(told, 40);
}

/// A hundred scans of all that were recorded, cases or not, spread at random.
std::vector<std::string> hundred_of_all(const std::filesystem::path& results) {
  ResultStore store = ResultStore::open(results);
  Statement rows =
      store.database().prepare("SELECT replication, id FROM encounter ORDER BY replication, id");
  std::vector<std::string> names;
  while (rows.step()) {
    names.push_back(to_text({static_cast<std::uint32_t>(rows.integer(0)),
                             static_cast<std::uint64_t>(rows.integer(1))}));
  }
  std::mt19937_64 random(100);
  std::vector<std::string> chosen;
  while (chosen.size() < 100) chosen.push_back(names[random() % names.size()]);
  return chosen;
}

TEST(EveryStory, OfAnyScanIsWhatWasRecorded) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run precinct-stress -n 3 --record all -o study").code, 0);
  for (const std::string& name : hundred_of_all(shop.folder() / "study/results.sqlite")) {
    const Ended story = shop.run("fieldtwin story study " + name);
    ASSERT_EQ(story.code, 0) << name << story.error;
    ASSERT_THAT(story.out, testing::ContainsRegex(
                               "agrees with the recorded run: [0-9]+ steps, and the fingerprint"))
        << name;
  }
}

}  // namespace
}  // namespace fieldtwin
