#include "scenarios/recorded/recorded_reader.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "metrics/encounter_record.hpp"
#include "scenarios/load.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"

namespace fieldtwin {
namespace {

class RecordedFile : public testing::Test {
 protected:
  ~RecordedFile() override { std::filesystem::remove(file_); }

  void write(const std::string& text) const { std::ofstream(file_) << text; }

  /// The usable rows of a text; complaints go to `bad_`, without the file's name.
  std::vector<RecordedStop> read(const std::string& text) {
    write(text);
    RecordedReader reader(scenario_, file_, [this](const ScenarioError& error) {
      bad_.push_back(to_string(error).substr(file_.size() + 1));
    });
    std::vector<RecordedStop> stops;
    while (const auto stop = reader.next()) stops.push_back(*stop);
    return stops;
  }

  /// What is said of a row under the columns time, state, officer and one more.
  std::string complaint(const std::string& column, const std::string& rows) {
    bad_.clear();
    read("time,state,officer," + column + "\n" + rows);
    return bad_.empty() ? "" : bad_.back();
  }

  std::string file_ =
      testing::TempDir() + "fieldtwin_recorded_" + std::to_string(getpid()) + ".csv";
  Scenario scenario_ = load_scenario("precinct").scenario;
  std::vector<std::string> bad_;
};

TEST_F(RecordedFile, ReadsTheColumnsInAnyOrderWithWhatIsKnown) {
  const auto stops = read(
      "# a comment\r\n"
      "officer,time,state,status,sex,age,enrolled,record,bytes,outcome,answer,scanned\r\n"
      "7, 30615.5 ,FL,naturalised,female,30,yes,removable,150000,answered,contact_ice,yes\r\n"
      "\"8\",30615.5,FL,,,,,,,,,no\r\n");
  EXPECT_TRUE(bad_.empty());
  ASSERT_EQ(stops.size(), 2u);
  EXPECT_EQ(stops[0].officer, 7u);
  EXPECT_EQ(stops[0].time, Seconds(30615.5));
  EXPECT_EQ(scenario_.tables.states[stops[0].state].postal, "FL");
  EXPECT_EQ(stops[0].known.status, Status::kNaturalised);
  EXPECT_EQ(stops[0].known.sex, Sex::kFemale);
  EXPECT_EQ(stops[0].known.age, 30);
  EXPECT_EQ(stops[0].known.enrolled, true);
  EXPECT_EQ(stops[0].known.record, Standing::kRemovable);
  EXPECT_EQ(stops[0].bytes, Bytes(150000));
  EXPECT_EQ(stops[0].outcome, 0u);
  EXPECT_EQ(stops[0].answer, 1u);
  EXPECT_TRUE(stops[0].scanned);
  EXPECT_FALSE(stops[1].scanned);
  EXPECT_FALSE(stops[1].known.status || stops[1].bytes || stops[1].person || stops[1].length);
}

TEST_F(RecordedFile, NumbersTheStopsOfAnOfficer) {
  const auto stops = read(
      "time,state,officer,stop\n1,FL,7,\n2,FL,8,\n3,FL,7,\n4,FL,7,9\n5,FL,7,\n");
  ASSERT_EQ(stops.size(), 5u);
  std::vector<std::uint32_t> numbers;
  for (const auto& stop : stops) numbers.push_back(stop.number);
  EXPECT_EQ(numbers, (std::vector<std::uint32_t>{0, 0, 1, 9, 10}));
}

// The precinct's period begins on 3 November 2025, the day after daylight saving ended: midnight is
// 05:00 UTC.
TEST_F(RecordedFile, ReadsMomentsWithTheirZone) {
  const auto stops = read(
      "time,state,officer\n2025-11-03T05:00:10Z,FL,1\n2025-11-03 08:30:15.25-05:00,FL,1\n"
      "2025-11-03T20:00:00+05:30,FL,1\n");
  ASSERT_EQ(stops.size(), 3u);
  EXPECT_EQ(stops[0].time, Seconds(10.0));
  EXPECT_EQ(stops[1].time, Seconds(30615.25));
  EXPECT_EQ(stops[2].time, Seconds(9.5 * 3600.0));
}

TEST_F(RecordedFile, ReadsMomentsInDaylightSavingTime) {
  scenario_.period.start = Date(std::chrono::year(2026), std::chrono::July, std::chrono::day(4));
  const auto stops = read("time,state,officer\n2026-07-04T04:00:10Z,FL,1\n");
  ASSERT_EQ(stops.size(), 1u);
  EXPECT_EQ(stops[0].time, Seconds(10.0));
}

TEST_F(RecordedFile, SaysWhatIsWrongWithARowAndWhere) {
  EXPECT_EQ(complaint("sex", "1,FL,1,femal\n"),
            "2:8: error: 'femal' is not known here. Did you mean 'female'?");
  EXPECT_EQ(complaint("sex", "1,FL,1\n"), "2: error: the row has 3 cells (the header has 4).");
  EXPECT_EQ(complaint("sex", "1,FL,\"1,male\n"), "2: error: the quotes on this line do not match.");
  EXPECT_EQ(complaint("sex", ",FL,1,\n"), "2:1: error: the time is missing.");
  EXPECT_EQ(complaint("sex", "1,Florida,1,\n"),
            "2:3: error: there is no state 'Florida' (states are named by their two-letter postal "
            "codes).");
  EXPECT_EQ(complaint("sex", "noon,FL,1,\n"),
            "2:1: error: 'noon' is not a time (a time is a number of seconds from the start of the "
            "period, or a date and time with its zone). For example 30615.5, or "
            "2025-11-03T08:30:15.5-05:00.");
  EXPECT_EQ(complaint("sex", "90000,FL,1,\n"),
            "2:1: error: 90000 is not in the simulated period (which lasts 1 day from midnight "
            "Eastern time). Use --set period.days=2, or another period.start?");
  EXPECT_EQ(complaint("sex", "-1,FL,1,\n"),
            "2:1: error: -1 is not in the simulated period (which lasts 1 day from midnight Eastern "
            "time). Use an earlier period.start?");
  EXPECT_EQ(complaint("sex", "9,FL,1,\n8,FL,1,\n"),
            "3:1: error: 8 is earlier than the row before (the file is read in one go). Sort the "
            "rows by time.");
  EXPECT_EQ(complaint("stop", "1,FL,1,4\n2,FL,1,4\n"),
            "3:8: error: officer 1 has had stop 4 already (the stops of an officer are numbered in "
            "the order of time).");
  EXPECT_EQ(complaint("sex", "1,FL,1,\n2,TX,1,\n"),
            "3:3: error: officer 1 is in FL (an officer works in one state). Is this another "
            "officer?");
  EXPECT_EQ(complaint("bytes", "1,FL,1,much\n"), "2:8: error: 'much' is not a number from 0.");
  EXPECT_EQ(complaint("enrolled", "1,FL,1,1\n"), "2:8: error: '1' is neither 'yes' nor 'no'.");
  EXPECT_EQ(complaint("age", "1,FL,1,200\n"),
            "2:8: error: '200' is not a whole number from 0 to 129.");
  EXPECT_EQ(complaint("replication", "1,FL,1,1\n2,FL,1,0\n"),
            "3:8: error: replication 0 comes after 1 (the file is read in one go). Sort the rows by "
            "replication and time.");
}

TEST_F(RecordedFile, LeavesBadRowsOutAndGoesOn) {
  const auto stops = read("time,state,officer\n1,FL,1\nx,FL,1\n3,FL,1\n2,FL,1\n4,FL,1\n");
  EXPECT_EQ(stops.size(), 3u);
  EXPECT_EQ(bad_.size(), 2u);
}

TEST_F(RecordedFile, RefusesAFileWithoutItsColumns) {
  EXPECT_THROW(read("time,state\n"), ScenarioErrors);
  EXPECT_THROW(read("time,state,officer,oficer\n"), ScenarioErrors);
  EXPECT_THROW(read("time,state,officer,time\n"), ScenarioErrors);
  EXPECT_THROW(read(""), ScenarioErrors);
}

TEST_F(RecordedFile, IsSurveyedWithoutKeepingIt) {
  std::string text = "replication,time,state,officer,scanned,outcome,answer\n";
  text += "0,1,FL,1,yes,answered,no_action\n0,2,FL,1,no,,\n2,1,FL,1,yes,capture,\n";
  for (int i = 0; i < 30; ++i) text += "2,bad,FL,1,,,\n";
  write(text);
  ErrorList errors;
  const RecordedEncounters survey = survey_recorded(scenario_, file_, errors);
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(survey.rows, 3u);
  EXPECT_EQ(survey.scans, 2u);
  EXPECT_EQ(survey.bad_rows, 30u);
  EXPECT_EQ(survey.first_bad.size(), kNamedBadRows);
  ASSERT_EQ(survey.recordings.size(), 3u);
  EXPECT_EQ(survey.recordings[1], survey.recordings[2]) << "nothing was recorded of replication 1";
  EXPECT_EQ(survey.outcomes[0], 1u);
  EXPECT_EQ(survey.outcomes[3], 1u);
  EXPECT_EQ(survey.answers[0], 1u);
  EXPECT_TRUE(survey.numbered);
  EXPECT_EQ(survey.hash.size(), 16u);
  write(text + "\n");
  EXPECT_NE(survey_recorded(scenario_, file_, errors).hash, survey.hash);
}

TEST_F(RecordedFile, WithoutAUsableRowIsAnError) {
  write("time,state,officer\n1,XX,1\n");
  ErrorList errors;
  survey_recorded(scenario_, file_, errors);
  EXPECT_EQ(errors.size(), 2u);
}

TEST(RecordedNames, AreThoseOfTheResults) {
  for (std::size_t i = 0; i < kRecordedOutcomes.size(); ++i) {
    EXPECT_EQ(kRecordedOutcomes[i], name_of(static_cast<ScanOutcome>(i)));
  }
}

}  // namespace
}  // namespace fieldtwin
