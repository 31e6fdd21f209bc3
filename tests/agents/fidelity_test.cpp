#include "fidelity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "recorded_run.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {
namespace {

std::vector<std::string> operator+(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Fidelity, TemplatesAndScoresErrAsOften) {
  const auto faces = frequent_errors(1000, 0.38) +
                     std::vector<std::string>{"matcher.fidelity=template",
                                              "encounters.stops_per_shift=60"};
  const ErrorCounts compared = errors_of(faces);
  const ErrorCounts drawn = errors_of(faces + calibrated_on(faces, 3000));
  expect_same(compared.false_match, compared.non_mated, drawn.false_match, drawn.non_mated,
              "false matches");
  expect_same(compared.missed, compared.mated, drawn.missed, drawn.mated, "missed matches");
}

TEST(Fidelity, ADayWithTemplatesIsTheSameEachTime) {
  const auto faces = frequent_errors(300, 0.5) +
                     std::vector<std::string>{"matcher.fidelity=template"};
  const ErrorCounts one = errors_of(faces), other = errors_of(faces);
  EXPECT_GT(one.mated + one.non_mated, 100.0);
  EXPECT_EQ(one.missed, other.missed);
  EXPECT_EQ(one.false_match, other.false_match);
}

/// What a scenario is refused for.
std::string refusal(const std::vector<std::string>& overrides) {
  try {
    load_scenario("precinct", overrides);
  } catch (const ScenarioErrors& errors) {
    return to_string(errors.errors().front());
  }
  return "";
}

TEST(Fidelity, RefusesWhatFacesCannotDo) {
  EXPECT_THAT(refusal({"matcher.fidelity=image"}), testing::HasSubstr("Set gallery.people to 2000"));
  EXPECT_THAT(refusal({"matcher.fidelity=template"}),
              testing::HasSubstr("larger than matcher.fidelity: template can hold"));
  EXPECT_THAT(refusal({"matcher.fidelity=image", "gallery.people=100", "matcher.miss_scale=2"}),
              testing::HasSubstr("errors can be taken away but not added"));
  EXPECT_THAT(refusal({"matcher.fidelity=template", "gallery.people=100",
                       "gallery.images_per_person=2"}),
              testing::HasSubstr("one enrolment photo"));
  EXPECT_THAT(refusal({"matcher.fidelity=image", "gallery.people=100",
                       "safeguards.group_thresholds=equalised"}),
              testing::HasSubstr("thresholds of groups"));
  EXPECT_EQ(refusal({"matcher.fidelity=image", "gallery.people=100"}), "");
}

}  // namespace
}  // namespace fieldtwin
