#include "sim/study/comparison_directory.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "sim/study/atomic_file.hpp"
#include "tests/sim/study/study_fixture.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

TEST(DistinctNames, AreNumberedFromTheSecondOn) {
  EXPECT_THAT(distinct_names({"a", "b", "a", "a"}), ElementsAre("a", "b", "a-2", "a-3"));
  EXPECT_THAT(distinct_names({"a", "a", "a-2"}), ElementsAre("a", "a-3", "a-2"));
}

class ComparisonDirectoryTest : public StudyTest {
 protected:
  void expect_refused(const std::vector<std::string>& names, std::uint64_t seed = 1) {
    const ComparisonDirectory directory(folder, names);
    const std::vector<ResolvedScenario> scenarios(names.size(), scenario);
    EXPECT_THROW(directory.refuse_others(scenarios, {.seed = seed}), StudyRefused);
  }
  void expect_taken(const std::vector<std::string>& names) {
    const ComparisonDirectory directory(folder, names);
    const std::vector<ResolvedScenario> scenarios(names.size(), scenario);
    EXPECT_NO_THROW(directory.refuse_others(scenarios, {.seed = 1}));
  }
};

TEST_F(ComparisonDirectoryTest, NumbersTheStudies) {
  const ComparisonDirectory directory("out", {"base", "x", "y"});
  EXPECT_THAT(directory.studies(), ElementsAre("out/01-base", "out/02-x", "out/03-y"));
  EXPECT_EQ(directory.comparison(), "out/compare.json");
}

TEST_F(ComparisonDirectoryTest, GoesOnAndTakesFurtherAlternatives) {
  expect_taken({"base", "x"});
  output = folder / "01-base";
  EXPECT_EQ(run(2).end, WorkersEnd::kDone);
  expect_taken({"base", "x"});
  output = folder / "02-x";
  EXPECT_EQ(run(2).end, WorkersEnd::kDone);
  std::ofstream(folder / "compare.json") << "{}";
  expect_taken({"base", "x"});
  expect_taken({"base", "x", "y"});
}

TEST_F(ComparisonDirectoryTest, RefusesWhatIsSomethingElseAndLeavesItAlone) {
  std::ofstream(folder / "compare.json") << "{}";
  expect_refused({"base", "x"});
  output = folder / "01-base";
  EXPECT_EQ(run(2).end, WorkersEnd::kDone);
  const std::string before = read_text(output / "results.sqlite");
  expect_taken({"base", "x"});
  expect_refused({"other", "x"});
  expect_refused({"base", "x"}, 2);
  EXPECT_TRUE(read_text(output / "results.sqlite") == before);
  EXPECT_FALSE(fs::exists(folder / "02-x"));
  output = folder;
  EXPECT_EQ(run(2).end, WorkersEnd::kDone);
  expect_refused({"base", "x"});
}

}  // namespace
}  // namespace fieldtwin
