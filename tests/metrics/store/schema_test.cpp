#include "folders.hpp"
#include "metrics/store/schema.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

class Schema : public testing::Test {
 protected:
  Schema() : store_(ResultStore::open_or_create(directory_ / "r.sqlite", small_identity())) {
    for (std::uint32_t i = 0; i < 3; ++i) store_.add(varied_replication(i));
  }

  double number(const std::string& sql) {
    Statement query = store_.database().prepare(sql);
    EXPECT_TRUE(query.step()) << sql;
    return query.real(0);
  }

  ScratchDirectory directory_{"schema"};
  ResultStore store_;
};

TEST_F(Schema, StandsInTheManual) {
  std::ifstream stream(FIELDTWIN_SOURCE_DIR "/docs/results.md");
  std::stringstream text;
  text << stream.rdbuf();
  const std::string manual = text.str();
  EXPECT_NE(manual.find(fmt::format("(now {})", kSchemaVersion)), std::string::npos);
  Statement tables = store_.database().prepare("SELECT type, name FROM sqlite_master");
  while (tables.step()) {
    const std::string name = tables.text(1);
    if (tables.text(0) == "view") {
      EXPECT_NE(manual.find(fmt::format("| `{}` |", name)), std::string::npos) << name;
    }
    if (tables.text(0) != "table") continue;
    const std::size_t begin = manual.find(fmt::format("### {}\n", name));
    ASSERT_NE(begin, std::string::npos) << name;
    const std::string section = manual.substr(begin, manual.find("\n#", begin + 4) - begin);
    Statement columns = store_.database().prepare("SELECT name FROM pragma_table_info(?)");
    columns.bind(1, std::string_view(name));
    while (columns.step()) {
      const std::string column = fmt::format("`{}`", columns.text(0));
      EXPECT_NE(section.find(column), std::string::npos) << name << " " << column;
    }
  }
}

TEST_F(Schema, ViewsAgreeWithTheTables) {
  EXPECT_EQ(number("SELECT mean FROM metric_mean WHERE name = 'scans.total'"), 60.0);
  EXPECT_EQ(number("SELECT sum(scans) FROM wrongful_holds_by_group"), 180.0);
  const double wrongful =
      number("SELECT sum(value) FROM metric WHERE name = 'custody.wrongful.any.count'");
  ASSERT_GT(wrongful, 0.0);
  EXPECT_EQ(number("SELECT sum(wrongful_holds) FROM wrongful_holds_by_group"), wrongful);
  EXPECT_EQ(number("SELECT sum(wrongful_holds) FROM wrongful_holds_by_cause"), wrongful);
  EXPECT_EQ(number("SELECT count(*) FROM cases WHERE cause IS NOT NULL AND wrongful_us_citizen + "
                   "wrongful_lawful_status + wrongful_false_match + wrongful_stale_record > 0"),
            wrongful);
  EXPECT_EQ(number("SELECT count(*) FROM cases WHERE state NOT IN ('TX', 'FL')"), 0.0);
  EXPECT_EQ(number("SELECT sum(n) FROM latency_buckets WHERE stage = 'answer' AND state = ''"),
            180.0);
  EXPECT_EQ(number("SELECT sum(n) FROM latency_buckets WHERE stage = 'answer' AND state <> ''"),
            180.0);
  EXPECT_EQ(number("SELECT count(*) FROM desk_by_time"), 48.0);
  EXPECT_EQ(number("SELECT agents FROM desk_by_time WHERE hour = 3.5"), 2.0);
}

TEST_F(Schema, BoundsOfTheBucketsAreThoseOfTheHistogram) {
  std::size_t buckets = 0;
  for (const auto& [stage, state, seconds] : store_.load(1).latency) {
    Statement rows = store_.database().prepare(
        "SELECT low_s, high_s, n FROM latency_buckets "
        "WHERE replication = 1 AND stage = ? AND state = ? ORDER BY low_s");
    rows.bind(1, kStageNames[index_of(stage)]).bind(2, std::string_view(state));
    for (const LogLinearHistogram::Bucket& bucket : seconds.buckets()) {
      ASSERT_TRUE(rows.step());
      EXPECT_EQ(rows.real(0), bucket.low());
      EXPECT_EQ(rows.real(1), bucket.high());
      EXPECT_EQ(rows.integer(2), static_cast<std::int64_t>(bucket.count));
      ++buckets;
    }
    EXPECT_FALSE(rows.step());
  }
  EXPECT_GT(buckets, 20u);
}

TEST_F(Schema, SumsAreThoseOfTheReplication) {
  const ReplicationResult result = store_.load(1);
  ASSERT_GT(result.tally.size(), 20u);
  Statement rows = store_.database().prepare(
      "SELECT value FROM tally WHERE replication = 1 AND dimension = ? AND key = ? AND name = ?");
  for (const TallyRow& row : result.tally) {
    rows.bind(1, kDimensionNames[index_of(row.dimension)])
        .bind(2, std::string_view(row.key))
        .bind(3, name_of(row.amount));
    ASSERT_TRUE(rows.step()) << name_of(row.amount) << " of " << row.key;
    EXPECT_DOUBLE_EQ(rows.real(0), row.value);  // SQLite reads digits its own way
    EXPECT_FALSE(rows.step());
    rows.reset();
  }
  EXPECT_EQ(number("SELECT count(*) FROM tally WHERE replication = 1"),
            static_cast<double>(result.tally.size()));
}

TEST_F(Schema, HalfHoursAreThoseOfTheDesk) {
  const std::vector<DeskBin> desk = store_.load(1).desk;
  Statement rows = store_.database().prepare(
      "SELECT bin, agent_seconds, busy_seconds, waiting_seconds, calls, wait_seconds, other_calls, "
      "other_wait_seconds FROM desk WHERE replication = 1 ORDER BY bin");
  for (std::size_t i = 0; i < desk.size(); ++i) {
    ASSERT_TRUE(rows.step());
    EXPECT_EQ(rows.integer(0), static_cast<std::int64_t>(i));
    EXPECT_DOUBLE_EQ(rows.real(1), desk[i].agent_seconds);
    EXPECT_DOUBLE_EQ(rows.real(2), desk[i].busy_seconds);
    EXPECT_DOUBLE_EQ(rows.real(3), desk[i].waiting_seconds);
    EXPECT_EQ(rows.integer(4), static_cast<std::int64_t>(desk[i].calls));
    EXPECT_DOUBLE_EQ(rows.real(5), desk[i].wait_seconds);
    EXPECT_EQ(rows.integer(6), static_cast<std::int64_t>(desk[i].other_calls));
    EXPECT_DOUBLE_EQ(rows.real(7), desk[i].other_wait_seconds);
  }
  EXPECT_FALSE(rows.step());
  EXPECT_EQ(desk.size(), 48u);
}

TEST_F(Schema, StepsAreThoseOfTheCases) {
  std::size_t steps = 0;
  for (const EncounterRecord& record : store_.load(1).cases) {
    Statement rows = store_.database().prepare(
        "SELECT number, time_s, kind, value FROM step WHERE replication = 1 AND encounter = ? "
        "ORDER BY number");
    rows.bind(1, static_cast<std::int64_t>(record.id));
    std::int64_t number = 0;
    for (const Step& step : record.steps) {
      ASSERT_TRUE(rows.step());
      EXPECT_EQ(rows.integer(0), number++);
      EXPECT_DOUBLE_EQ(rows.real(1), step.time.value());  // SQLite reads digits its own way
      EXPECT_EQ(rows.text(2), name_of(step.kind));
      EXPECT_DOUBLE_EQ(rows.real(3), step.value);
      ++steps;
    }
    EXPECT_FALSE(rows.step());
  }
  EXPECT_GT(steps, 5u);
}

}  // namespace
}  // namespace fieldtwin
