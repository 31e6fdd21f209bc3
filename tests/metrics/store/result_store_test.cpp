#include "metrics/store/result_store.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <tuple>

#include "metrics/store/schema.hpp"
#include "metrics/store/shard_file.hpp"
#include "metrics/summary.hpp"
#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

auto fields(const HoldRecord& h) {
  return std::tuple(h.origin, h.decision, h.end, h.length, h.federal);
}

auto fields(const EncounterRecord& r) {
  return std::tuple(r.id, r.officer, r.state, r.area, r.person, r.ethnicity, r.sex, r.age, r.status,
                    r.enrolled, r.stopped, r.scan_began, r.ended, r.outcome, r.sign_in, r.uplink,
                    r.match, r.answer, r.match_truth, r.app_answer, r.call_waits, r.calls_abandoned,
                    r.agent_reached, r.prolonged, r.prolonged_by, r.photo_stored, r.retention);
}

void expect_equal(const EncounterRecord& a, const EncounterRecord& b) {
  EXPECT_EQ(fields(a), fields(b)) << a.id;
  ASSERT_EQ(a.hold.has_value(), b.hold.has_value()) << a.id;
  if (a.hold) {
    EXPECT_EQ(fields(*a.hold), fields(*b.hold)) << a.id;
  }
  ASSERT_EQ(a.steps.size(), b.steps.size()) << a.id;
  for (std::size_t i = 0; i < a.steps.size(); ++i) {
    EXPECT_EQ(a.steps[i].time, b.steps[i].time);
    EXPECT_EQ(a.steps[i].kind, b.steps[i].kind);
    EXPECT_EQ(a.steps[i].value, b.steps[i].value);
  }
}

void expect_equal(const ReplicationResult& a, const ReplicationResult& b) {
  EXPECT_EQ(a.replication, b.replication);
  EXPECT_EQ(a.fingerprint, b.fingerprint);
  EXPECT_EQ(a.totals, b.totals);
  EXPECT_EQ(a.tally, b.tally);
  EXPECT_EQ(a.latency, b.latency);
  EXPECT_EQ(a.desk, b.desk);
  ASSERT_EQ(a.cases.size(), b.cases.size());
  for (std::size_t i = 0; i < a.cases.size(); ++i) expect_equal(a.cases[i], b.cases[i]);
}

testing::Matcher<const std::function<void()>&> refuses_with(const std::string& words) {
  return testing::ThrowsMessage<StoreError>(testing::HasSubstr(words));
}

class ResultStoreTest : public testing::Test {
 protected:
  ResultStore open(const std::string& name) {
    return ResultStore::open_or_create(directory_ / name, small_identity());
  }
  /// A shard of that replication.
  std::filesystem::path shard_of(const std::string& name, const ReplicationResult& result,
                                 const StudyIdentity& identity = small_identity()) {
    write_shard_file(directory_ / name, identity, result.replication,
                     [&](const CaseSink&) { return result; });
    return directory_ / name;
  }
  std::function<void()> opening_as(const std::string& name, const StudyIdentity& identity) {
    return [this, name, identity] { ResultStore::open_or_create(directory_ / name, identity); };
  }

  ScratchDirectory directory_{"store"};
};

TEST_F(ResultStoreTest, GivesBackEveryBitOfAReplication) {
  for (const RecordLevel level : {RecordLevel::kNone, RecordLevel::kCases, RecordLevel::kAll}) {
    const std::string name = std::string(name_of(level)) + ".sqlite";
    const ReplicationResult result = varied_replication(4, level);
    open(name).add(result);
    expect_equal(ResultStore::open(directory_ / name).load(4), result);
  }
  EXPECT_EQ(varied_replication(4, RecordLevel::kAll).cases.size(), 60u);
}

TEST_F(ResultStoreTest, KeepsNumbersThatFillTheirTypes) {
  ReplicationResult result = varied_replication(0, RecordLevel::kAll);
  result.replication = 0xFFFF'FFFE;
  EncounterRecord& record = result.cases.front();
  record.id = 0;
  record.person = 0xFFFF'FFFF'FFFF'FFFF;
  record.officer = 0xFFFF'FFFF;
  record.retention = Seconds(0.1 + 0.2);
  record.call_waits = {Seconds(1.0 / 3.0), Seconds(5e-324), Seconds(0.0)};
  result.latency[0].seconds.record(4'000'000'000.0);
  ResultStore store = open("r.sqlite");
  store.add(result);
  expect_equal(store.load(0xFFFF'FFFE), result);
}

TEST_F(ResultStoreTest, KnowsWhatHasFinished) {
  ResultStore store = open("r.sqlite");
  EXPECT_THAT(store.finished(), testing::IsEmpty());
  for (const std::uint32_t number : {7u, 2u, 5u}) store.add(varied_replication(number));
  EXPECT_THAT(store.finished(), testing::ElementsAre(2, 5, 7));
  EXPECT_TRUE(store.has(5));
  EXPECT_FALSE(store.has(3));
  EXPECT_THAT([&] { store.add(varied_replication(5)); }, refuses_with("replication 5"));
  EXPECT_THAT([&] { store.load(3); }, refuses_with("no replication 3"));
}

TEST_F(ResultStoreTest, IsOpenedAgainAndGoesOn) {
  open("r.sqlite").add(varied_replication(0));
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(1));
  EXPECT_THAT(store.finished(), testing::ElementsAre(0, 1));
  EXPECT_EQ(ResultStore::open(directory_ / "r.sqlite").identity(), small_identity());
}

TEST_F(ResultStoreTest, RefusesAnotherStudy) {
  open("r.sqlite").add(varied_replication(0));
  const auto other = [](auto change) {
    StudyIdentity identity = small_identity();
    change(identity);
    return identity;
  };
  EXPECT_THAT(opening_as("r.sqlite", other([](auto& i) { i.seed = 8; })),
              refuses_with("its seed is 7, this study's is 8"));
  EXPECT_THAT(opening_as("r.sqlite", other([](auto& i) { i.scenario_hash = "tea"; })),
              refuses_with("scenario_hash"));
  EXPECT_THAT(opening_as("r.sqlite", other([](auto& i) { i.version = "9.9"; })),
              refuses_with("program version"));
  EXPECT_THAT(opening_as("r.sqlite", other([](auto& i) { i.record = "all"; })),
              refuses_with("record"));
  EXPECT_THAT(opening_as("r.sqlite", other([](auto& i) { i.states = {"TX"}; })),
              refuses_with("table of states"));
  EXPECT_THAT(open("r.sqlite").finished(), testing::ElementsAre(0));
}

TEST_F(ResultStoreTest, RefusesTablesOfAnotherVersion) {
  open("r.sqlite").database().execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'");
  const auto refused = refuses_with(
      fmt::format("tables have version 99 (this program reads version {})", kSchemaVersion));
  EXPECT_THAT([&] { ResultStore::open(directory_ / "r.sqlite"); }, refused);
  EXPECT_THAT(opening_as("r.sqlite", small_identity()), refused);
}

TEST_F(ResultStoreTest, RefusesSumsOfOtherAmounts) {
  open("r.sqlite").database().execute("UPDATE meta SET value = 'b' WHERE key = 'amounts'");
  const auto refused = refuses_with("adds up other amounts than this one");
  EXPECT_THAT([&] { ResultStore::open(directory_ / "r.sqlite"); }, refused);
  EXPECT_THAT(opening_as("r.sqlite", small_identity()), refused);
}

TEST_F(ResultStoreTest, RefusesFilesThatAreNoResults) {
  std::ofstream(directory_ / "text.sqlite")
      << "This is not a database, but long enough for one. " << std::string(2000, 'x');
  const auto opening = [&](const std::string& name) {
    return [this, name] { ResultStore::open(directory_ / name); };
  };
  EXPECT_THAT(opening("text.sqlite"), refuses_with("not a database"));
  Database(directory_ / "other.sqlite", Database::Mode::kCreate).execute("CREATE TABLE t (x)");
  EXPECT_THAT(opening("other.sqlite"), refuses_with("not a results file"));
  EXPECT_THAT(opening_as("other.sqlite", small_identity()), refuses_with("not a results file"));
  EXPECT_THAT(opening("missing.sqlite"), refuses_with("there is no"));
  EXPECT_FALSE(std::filesystem::exists(directory_ / "missing.sqlite"));
  EXPECT_THAT(opening_as("no/such/directory.sqlite", small_identity()),
              refuses_with("No such file or directory"));
}

TEST_F(ResultStoreTest, MergesAShardOnceHoweverOftenItIsAsked) {
  const auto third = shard_of("third", varied_replication(3));
  const auto first = shard_of("first", varied_replication(1));
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(1));
  for (const auto& shard : {third, first, third}) store.merge_from(shard);
  EXPECT_THAT(store.finished(), testing::ElementsAre(1, 3));
  expect_equal(store.load(3), varied_replication(3));
}

TEST_F(ResultStoreTest, RefusesToMergeWhatDoesNotBelong) {
  StudyIdentity newer = small_identity();
  newer.version = "0.2.0";
  shard_of("newer", varied_replication(1), newer);
  ReplicationResult changed = varied_replication(0);
  changed.fingerprint.low ^= 1;
  const std::vector<std::filesystem::path> differing{shard_of("whole", varied_replication(2)),
                                                     shard_of("differing", changed)};
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(0));
  EXPECT_THAT([&] { store.merge_from(directory_ / "newer"); }, refuses_with("0.2.0"));
  EXPECT_THAT([&] { store.merge_from(differing); },
              refuses_with("disagree on replication 0"));
  EXPECT_THAT([&] { store.merge_from(directory_ / "missing"); }, refuses_with("there is no"));
  EXPECT_THAT(store.finished(), testing::ElementsAre(0));
  store.add(varied_replication(2));
  EXPECT_THAT(store.finished(), testing::ElementsAre(0, 2));
}

TEST_F(ResultStoreTest, SaysThatTheDiskIsFullAndKeepsWhatIsThere) {
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(0));
  Statement pages = store.database().prepare("PRAGMA page_count");
  ASSERT_TRUE(pages.step());
  const std::string limit = std::to_string(pages.integer(0) + 1);
  pages.reset();
  store.database().execute("PRAGMA max_page_count = " + limit);
  EXPECT_THAT([&] { store.add(varied_replication(1)); }, refuses_with("Make room"));
  EXPECT_THAT(store.finished(), testing::ElementsAre(0));
  store.database().execute("PRAGMA max_page_count = 1000000");
  store.add(varied_replication(1));
  expect_equal(store.load(0), varied_replication(0));
  expect_equal(store.load(1), varied_replication(1));
}

TEST_F(ResultStoreTest, TellsADamagedIdentity) {
  open("r.sqlite").database().execute("UPDATE meta SET value = 'many' WHERE key = 'days'");
  EXPECT_THAT([&] { ResultStore::open(directory_ / "r.sqlite"); }, refuses_with("is no number"));
}

TEST_F(ResultStoreTest, TellsDamagedSteps) {
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(0));
  for (const char* steps : {"", "[1]", "[[1,\"stop\"]]", "[[1,\"flies\",0]]", "[[1,\"stop\",\"\"]]"}) {
    Statement damage = store.database().prepare("UPDATE encounter SET steps = ?");
    damage.bind(1, std::string_view(steps)).run();
    EXPECT_THAT([&] { store.load(0); }, testing::ThrowsMessage<StoreError>(testing::AnyOf(
        testing::HasSubstr("damaged"), testing::HasSubstr("unknown")))) << steps;
  }
}

TEST_F(ResultStoreTest, TellsADamagedHistogram) {
  ResultStore store = open("r.sqlite");
  store.add(varied_replication(0));
  store.database().execute("UPDATE latency SET buckets = '[[1,2,3]]'");
  EXPECT_THAT([&] { store.load(0); }, refuses_with("damaged"));
  EXPECT_THAT([&] { StudyData{store}; }, refuses_with("damaged"));
}

TEST_F(ResultStoreTest, HasNothingToSummariseBeforeTheFirstReplication) {
  ResultStore store = open("r.sqlite");
  EXPECT_THAT([&] { StudyData{store}; }, refuses_with("no finished replication"));
}

}  // namespace
}  // namespace fieldtwin
