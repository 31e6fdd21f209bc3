#include <gmock/gmock.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "scenarios/capacity/capacity_study.hpp"
#include "scenarios/describe/explain_study.hpp"
#include "scenarios/study_file.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class CapacityStudyFile : public testing::Test {
 protected:
  CapacityStudyFile() {
    std::string name = fs::temp_directory_path() / "fieldtwin-study-XXXXXX";
    folder_ = mkdtemp(name.data());
  }
  ~CapacityStudyFile() override { fs::remove_all(folder_); }

  std::string write(const std::string& text) const {
    std::ofstream(folder_ / "mine.yaml") << text;
    return folder_ / "mine.yaml";
  }
  std::vector<std::string> errors_of(const std::string& text) const {
    try {
      read_capacity_study(write(text), {});
      return {};
    } catch (const ScenarioErrors& errors) {
      std::vector<std::string> what;
      for (const ScenarioError& error : errors.errors()) {
        what.push_back(std::to_string(error.line) + ": " + error.what);
      }
      return what;
    }
  }

  fs::path folder_;
};

TEST_F(CapacityStudyFile, SaysWhatOptionsWouldSay) {
  const CapacityStudy study = read_capacity_study(
      write("title: T\nquestion: Q?\nbase: precinct\nslo: ice.wait_s.p95<=2 min\n"
            "minimise: agents\nfrom: 2\nto: 40\nreplications: 7\n"),
      {"run.replications=3"});
  EXPECT_EQ(study.name, "mine");
  EXPECT_EQ(study.slo, "ice.wait_s.p95<=2 min");
  EXPECT_EQ(study.slo_place.line, 4);
  EXPECT_EQ(study.minimise, "agents");
  EXPECT_EQ(study.maximise, "");
  EXPECT_EQ(study.from, "2");
  EXPECT_EQ(study.to, "40");
  EXPECT_EQ(study.replications, 7u);
  EXPECT_EQ(study.base.scenario.name, "precinct");
  EXPECT_EQ(study.base.scenario.run.replications.mean().value(), 3.0) << "overrides of the base";
  const StudyFacts facts = facts_of_study(study);
  EXPECT_EQ(facts.kind, "capacity");
  EXPECT_THAT(facts.facts, Contains(std::pair<std::string, std::string>("minimise", "agents")));
}

TEST_F(CapacityStudyFile, NamesEveryMistakeAtItsPlace) {
  EXPECT_THAT(errors_of("base: precinct\nmaximize: load\nreplications: none\n"),
              ElementsAre("1: the study has no slo",
                          "2: a study of capacity has no key 'maximize'", HasSubstr("3: ")));
  EXPECT_THAT(errors_of("slo: ice.calls<=3\nbase: precint\n"), ElementsAre(HasSubstr("2: ")));
  EXPECT_THAT(errors_of("slo: ice.calls<=3\nbase: precinct\nmaximise: load\nminimise: agents\n"),
              ElementsAre("4: there is something to maximise, too"));
  EXPECT_THAT(errors_of("[1, 2]\n"), ElementsAre("1: this is no study"));
}

TEST_F(CapacityStudyFile, IsToldFromASweepAndAScenario) {
  EXPECT_EQ(kind_of_study("threshold-sweep"), StudyKind::kSweep);
  EXPECT_EQ(kind_of_study("desk-capacity"), StudyKind::kCapacity);
  EXPECT_EQ(kind_of_study("national-day"), std::nullopt);
  EXPECT_EQ(kind_of_study("no-such-thing"), std::nullopt);
  EXPECT_EQ(kind_of_study(write("extends: precinct\ntitle: T\n")), std::nullopt);
  EXPECT_EQ(kind_of_study(write("slo: ice.calls<=3\n")), StudyKind::kCapacity);
}

TEST(ShippedStudies, AreListedWithTheirQuestion) {
  const auto entries = list_studies();
  ASSERT_EQ(entries.size(), shipped_studies(LoadOptions().data_root).size());
  for (const StudyEntry& entry : entries) {
    EXPECT_NE(entry.title, "") << entry.name;
    EXPECT_NE(entry.question, "") << entry.name;
    if (entry.kind == StudyKind::kCapacity) {
      EXPECT_EQ(read_capacity_study(entry.name, {}).name, entry.name);
    }
  }
}

}  // namespace
}  // namespace fieldtwin
