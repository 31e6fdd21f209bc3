#include "metrics/report/report_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/metrics/hand_made.hpp"

namespace fieldtwin {
namespace {

TEST(ReportPage, TakesTheDocumentWithoutEndingTheScript) {
  const std::string page =
      fill_template("<script>__FIELDTWIN_STUDY__</script>", R"({"title":"a </script> b"})");
  EXPECT_EQ(page, R"(<script>{"title":"a \u003c/script> b"}</script>)");
}

TEST(ReportPage, RefusesATemplateWithoutExactlyOnePlace) {
  EXPECT_THROW(fill_template("nothing", "{}"), std::invalid_argument);
  EXPECT_THROW(fill_template("__FIELDTWIN_STUDY__ __FIELDTWIN_STUDY__", "{}"),
               std::invalid_argument);
}

TEST(ReportPage, ShowsAShippedScenario) {
  ScratchDirectory directory("page");
  ResultStore store = ResultStore::open_or_create(directory / "r.sqlite", small_identity());
  store.add(varied_replication(0));
  const ResolvedScenario scenario = load_scenario("national-day");
  const std::string page = report_html(StudyData(store), scenario);
  EXPECT_THAT(page, testing::HasSubstr(scenario.scenario.title));
  EXPECT_THAT(page, testing::Not(testing::HasSubstr("__FIELDTWIN_STUDY__")));
}

}  // namespace
}  // namespace fieldtwin
