/// Stories that cannot be told, or can though nothing was kept.

#include <gmock/gmock.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "metrics/store/sqlite.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A case of `fieldtwin run precinct -n 2`, as tests/acceptance/transcripts/story.txt tells it.
const std::string kCase = "r1-o10-s17";

Database results(const Workshop& shop) {
  return Database(shop.folder() / "study/results.sqlite", Database::Mode::kOpen);
}

TEST(Story, JsonHasTheStepsOfTheResultsFile) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  const Ended ended = shop.run("fieldtwin story study --json " + kCase);
  ASSERT_EQ(ended.code, 0) << ended.error;
  const json story = json::parse(ended.out);
  Database database = results(shop);
  Statement row =
      database.prepare("SELECT steps FROM encounter WHERE replication = 1 AND id = ?");
  row.bind(1, story["encounter"].get<std::int64_t>());
  ASSERT_TRUE(row.step());
  std::size_t steps = 0;
  for (const json& recorded : json::parse(row.text(0))) {
    const json& step = story["steps"].at(steps++);
    EXPECT_EQ(step["time_s"], recorded.at(0));
    EXPECT_EQ(step["kind"], recorded.at(1));
    EXPECT_EQ(step["value"], recorded.at(2));
  }
  EXPECT_GT(steps, 5u);
  EXPECT_EQ(story["steps"].size(), steps);
  EXPECT_EQ(story["agrees"]["steps"], steps);
}

TEST(Story, SaysHowManyTravellersWereHeldWronglyWithoutOne) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run tvs-to-street -n 1 --set port.flights=1 -o study").code, 0);
  Database database = results(shop);
  Statement held = database.prepare("SELECT value FROM metric WHERE name = 'port.held_wrongly'");
  ASSERT_TRUE(held.step());
  EXPECT_GT(held.real(0), 1.0);
  const Ended ended = shop.run("fieldtwin story study");
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.out, "");
  EXPECT_EQ(ended.error, "Crossings of ports have no stories: the " +
                             std::to_string(static_cast<int>(held.real(0))) +
                             " travellers who were held wrongly there are counted "
                             "(port.held_wrongly), and not among the cases.\n");
}

void answer_a_nanosecond_later(Database& database) {
  Statement rows = database.prepare("SELECT replication, id, steps FROM encounter");
  std::vector<std::tuple<std::int64_t, std::int64_t, std::string>> later;
  while (rows.step()) {
    json steps = json::parse(rows.text(2));
    for (json& step : steps) {
      if (step[1] == "answered") step[0] = step[0].get<double>() + 1e-9;
    }
    later.emplace_back(rows.integer(0), rows.integer(1), steps.dump());
  }
  for (const auto& [replication, id, steps] : later) {
    database.prepare("UPDATE encounter SET steps = ? WHERE replication = ? AND id = ?")
        .bind(1, std::string_view(steps))
        .bind(2, replication)
        .bind(3, id)
        .run();
  }
}

TEST(Story, AnotherCourseOfEventsIsAnError) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  Database database = results(shop);
  answer_a_nanosecond_later(database);
  const Ended steps = shop.run("fieldtwin story study " + kCase);
  EXPECT_EQ(steps.code, 1);
  EXPECT_EQ(steps.out, "");
  EXPECT_THAT(steps.error, HasSubstr("was answered at"));
}

TEST(Story, AnotherFingerprintIsAnError) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run precinct -n 2 -o study --record none").code, 0);
  results(shop).execute("UPDATE replication SET fingerprint = '0123456789abcdef0123456789abcdef'");
  const Ended ended = shop.run("fieldtwin story study " + kCase);
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.error, HasSubstr("fingerprint"));
}

TEST(Story, AnotherScenarioIsRefused) {
  const Workshop shop;
  ASSERT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  ASSERT_EQ(shop.run("fieldtwin run precinct -n 1 -o other --set ice.agents_day=9 && "
                     "cp other/resolved.yaml study/")
                .code,
            0);
  const Ended ended = shop.run("fieldtwin story study " + kCase);
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.error, HasSubstr("not the scenario that gave the results"));
}

TEST(Story, IsTheSameWhateverWasRecorded) {
  const Workshop shop;
  std::string told;
  for (const std::string level : {"cases", "all", "none"}) {
    ASSERT_EQ(shop.run("fieldtwin run precinct -n 2 -o " + level + " --record " + level).code, 0);
    json story = json::parse(shop.run("fieldtwin story --json " + level + " " + kCase).out);
    EXPECT_EQ(story["agrees"]["steps"].is_null(), level == "none");
    story.erase("agrees");
    if (told.empty()) told = story.dump();
    EXPECT_EQ(story.dump(), told) << level;
  }
  EXPECT_EQ(json::parse(shop.run("fieldtwin story none --json").out), json::array());
}

}  // namespace
}  // namespace fieldtwin
