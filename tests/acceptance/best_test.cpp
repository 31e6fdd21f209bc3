/// The best of several scenarios, under a bound on harm.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class Best : public testing::Test {
 protected:
  Best() {
    write("calm", "encounters:\\n  stops_per_shift: {value: 6, source: \"chosen: half\"}");
    write("keen", "encounters:\\n  stops_per_shift: {value: 14, source: \"chosen: more\"}");
  }

  void write(const std::string& name, const std::string& section) {
    const std::string text = "extends: precinct\\ntitle: " + name + "\\n" + section + "\\n";
    EXPECT_EQ(shop.run("printf '" + text + "' > " + name + ".yaml").code, 0);
  }
  json selection(const std::string& folder) const {
    return json::parse(shop.text(folder + "/compare.json"))["selection"];
  }

  const std::string compare = "fieldtwin compare precinct calm.yaml keen.yaml -n 10 ";
  const Workshop shop;
};

TEST_F(Best, IsFoundAndItIsSaidWhoLeftWhen) {
  const Ended ended = shop.run(compare + "--best exposure.images -o study");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_THAT(ended.out, HasSubstr("best (lowest exposure.images): calm"));
  EXPECT_THAT(ended.out, HasSubstr("eliminated by calm"));
  EXPECT_THAT(ended.error, HasSubstr("scenarios remain; decided"));
  const json found = selection("study");
  EXPECT_EQ(found["selected"], 1);
  EXPECT_EQ(found["decided"], true);
  EXPECT_EQ(found["first_stage"], 10);
  EXPECT_EQ(found["scenarios"][0]["beaten_by"], 1);
  EXPECT_EQ(found["scenarios"][2]["fate"], "eliminated");
  EXPECT_THAT(shop.text("study/report.html"), HasSubstr("\"selection\":{\"metric\""));
  const std::string page = shop.text("study/report.html");
  EXPECT_EQ(shop.run("fieldtwin report study").code, 0);
  EXPECT_EQ(shop.text("study/report.html"), page);
}

TEST_F(Best, DoesNotDependOnJobs) {
  const std::string best = compare + "--best 'highest scans.total' --indifference 1% -q ";
  EXPECT_EQ(shop.run(best + "-j 1 -o one").code, 0);
  EXPECT_EQ(shop.run(best + "-j 3 -o three").code, 0);
  EXPECT_EQ(shop.run(best + "-j 2 -o three").code, 0);  // and again
  EXPECT_EQ(shop.text("one/compare.json"), shop.text("three/compare.json"));
  EXPECT_EQ(selection("one")["selected"], 2);
}

TEST_F(Best, IsSoughtAmongThoseThatAreShownToKeepTheBound) {
  const Ended broken =
      shop.run(compare + "--best 'highest scans.total' --subject-to 'exposure.images<=160' -o a");
  EXPECT_EQ(broken.code, 0) << broken.error;
  EXPECT_EQ(selection("a")["selected"], 1);
  EXPECT_EQ(selection("a")["scenarios"][1]["bound"], "kept");
  EXPECT_EQ(selection("a")["scenarios"][2]["fate"], "breaks the bound");

  const Ended none =
      shop.run(compare + "--best 'highest scans.total' --subject-to 'exposure.images<=10' -o b -q");
  EXPECT_THAT(none.out, HasSubstr("none: no scenario keeps the bound"));
  EXPECT_TRUE(selection("b")["selected"].is_null());
}

TEST_F(Best, IsNotClaimedWhereTheLimitEndsIt) {
  const Ended ended = shop.run(compare +
                               "--best 'highest scans.total' --at-most 20 --subject-to "
                               "'custody.wrongful.false_match.count<=0.001' -o study -q");
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.error, HasSubstr("Stopped at the limit of 20 replications and not decided"));
  EXPECT_THAT(ended.error, HasSubstr("bound not shown"));
  EXPECT_THAT(ended.out, HasSubstr("not decided"));
  EXPECT_EQ(selection("study")["decided"], false);
  EXPECT_TRUE(selection("study")["selected"].is_null());
  EXPECT_EQ(json::parse(shop.text("study/compare.json"))["replications"], 10);
}

TEST_F(Best, RefusesQuestionsThatHaveNoAnswer) {
  const auto error_of = [this](const std::string& options) {
    const Ended ended = shop.run(compare + "-o none " + options);
    EXPECT_EQ(ended.code, 2) << options;
    EXPECT_FALSE(shop.has("none")) << options;
    return ended.error;
  };
  EXPECT_THAT(error_of("--best scans.total"), HasSubstr("--best 'lowest scans.total'"));
  EXPECT_THAT(error_of("--best exposure.image"), HasSubstr("Did you mean 'exposure.images'"));
  EXPECT_THAT(error_of("--best exposure.images --subject-to 'custody.holds<3'"),
              HasSubstr("METRIC<=NUMBER"));
  EXPECT_THAT(error_of("--subject-to 'custody.holds<=3'"), HasSubstr("--best"));
  EXPECT_THAT(error_of("--best exposure.images --indifference '3 s'"), HasSubstr("unit, photos"));
  EXPECT_THAT(error_of("--best exposure.images --confidence 1"), HasSubstr("between 0 and 100 %"));
  const Ended few = shop.run("fieldtwin compare precinct calm.yaml -n 2 --best exposure.images");
  EXPECT_EQ(few.code, 2);
  EXPECT_THAT(few.error, HasSubstr("too short"));
}

}  // namespace
}  // namespace fieldtwin
