#include "scenarios/sweep/read_sweep.hpp"

#include <gtest/gtest.h>

#include "scenarios/study_file.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kMetrics{"ice.calls", "scans.total"};

SweepStudy study_of(const std::string& factors, const std::string& design = "grid") {
  return read_sweep_text("base: precinct\nfactors:\n" + factors + "design: " + design +
                             "\nmetrics: [ice.calls]\nreplications: 3\n",
                         "study.yaml", {}, kMetrics);
}

/// The first error of a study with such factors and design.
std::string error_of(const std::string& factors, const std::string& design = "grid") {
  try {
    study_of(factors, design);
  } catch (const ScenarioErrors& errors) {
    return to_string(errors.errors().front());
  }
  return "no error";
}

TEST(ReadSweep, ReadsWhatItIsAbout) {
  const SweepStudy study = study_of(
      "  ice.agents_day: [5, 10]\n"
      "  matcher.fpir: {range: [0.1 %, 10 %], spacing: log}\n"
      "  ice.claim: {beta: {mean: 50 %, sd: 15 %}}\n"
      "  ice.queue_order: [first_come, officers_first]\n"
      "  load: {scale: [encounters.stops_per_shift], range: [0.5, 2]}\n",
      "{grid: {levels: 3}}");
  EXPECT_EQ(study.name, "study");
  EXPECT_EQ(study.base.scenario.name, "precinct");
  EXPECT_EQ(study.metrics, std::vector<std::string>{"ice.calls"});
  EXPECT_EQ(study.replications, 3u);
  ASSERT_EQ(study.factors.size(), 5u);
  EXPECT_EQ(std::get<GridDesign>(study.design).levels, (std::vector<std::size_t>{2, 3, 3, 2, 3}));

  const std::vector<double> middle(5, 0.5);
  const std::vector<std::string> overrides = overrides_at(study, middle);
  EXPECT_EQ(overrides[0], "ice.agents_day=10");
  EXPECT_EQ(overrides[1], "matcher.fpir=1 %");
  EXPECT_EQ(overrides[3], "ice.queue_order=officers_first");
  EXPECT_EQ(overrides[4], "encounters.stops_per_shift=15");  // 12 by 1.25
  const ResolvedScenario scenario = scenario_at(study, middle);
  EXPECT_EQ(scenario.scenario.ice.agents_day.mean(), Count(10.0));
  EXPECT_EQ(scenario.scenario.ice.queue_order, QueueOrder::kOfficersFirst);
  EXPECT_EQ(value_of(study.factors[1], 1.0).number, 0.1);
}

TEST(ReadSweep, RoundsWholeNumbers) {
  const SweepStudy study = study_of("  ice.agents_day: {range: [5, 10]}\n", "{sobol: {points: 4}}");
  EXPECT_EQ(value_of(study.factors[0], 0.31).text, "7");
}

TEST(ReadSweep, SaysWhatIsWrongWithAFactor) {
  EXPECT_EQ(error_of("  ice.agents_day: {range: [10, 5]}\n"),
            "study.yaml:3:27: error: the range does not rise (the lower end comes first, and "
            "differs from the upper).");
  EXPECT_NE(error_of("  ice.agents_day: {range: [0.5 s, 5]}\n").find("study.yaml:3:28: error:"),
            std::string::npos);
  EXPECT_NE(error_of("  matcher.fpir: [0.1 %, 200 %]\n").find("200 % is too large"),
            std::string::npos);
  EXPECT_NE(error_of("  ice.claim: {range: [0 %, 2 %], spacing: log}\n").find("logarithmic"),
            std::string::npos);
  EXPECT_NE(error_of("  ice.queue_order: [first_come, oficers_first]\n").find("'officers_first'"),
            std::string::npos);
  EXPECT_NE(error_of("  ice.agents_day: [5]\n").find("at least two values"), std::string::npos);
  EXPECT_NE(error_of("  load: {scale: ice.agents_dya, range: [1, 2]}\n").find("'ice.agents_day'"),
            std::string::npos);
  EXPECT_NE(error_of("  a: {scale: ice.agents_day, range: [1, 2]}\n  ice.agents_day: [5, 6]\n",
                     "{sobol: {points: 8}}")
                .find("ice.agents_day is varied twice"),
            std::string::npos);
}

TEST(ReadSweep, SaysWhatIsWrongWithADesign) {
  const std::string factor = "  ice.agents_day: {range: [5, 10]}\n";
  EXPECT_NE(error_of(factor).find("no number of levels"), std::string::npos);
  EXPECT_NE(error_of(factor, "sobl").find("Did you mean 'sobol'?"), std::string::npos);
  EXPECT_NE(error_of(factor, "{morris: {trajectories: 5, levels: 3}}").find("even number"),
            std::string::npos);
  EXPECT_NE(error_of(factor, "{sobol: {points: 1.5}}").find("a whole number from 2"),
            std::string::npos);
}

TEST(ReadSweep, NamesThePointWhoseValuesDoNotFit) {
  const SweepStudy study = study_of("  more: {scale: sign_in.availability, values: [0.5, 2]}\n");
  try {
    scenario_at(study, {1.0});
    FAIL() << "a probability of almost 2";
  } catch (const ScenarioErrors& errors) {
    EXPECT_NE(errors.errors().front().what.find("at the point more = 2: "), std::string::npos);
  }
}

TEST(ShippedStudies, CanBeRead) {
  const LoadOptions options;
  const std::vector<std::string> names = shipped_studies(options.data_root);
  EXPECT_FALSE(names.empty());
  for (const std::string& name : names) {
    if (kind_of_study(name) != StudyKind::kSweep) continue;
    const SweepStudy study = read_sweep(
        name, {},
        {"custody.wrongful.any.per_100k_scans", "custody.wrongful.false_match.per_100k_scans",
         "identification.fpir", "identification.fnir"});
    for (const auto& point : points_of(study.design, factors_of(study), 1)) {
      EXPECT_EQ(scenario_at(study, point).scenario.name, "national-day") << name;
    }
  }
}

}  // namespace
}  // namespace fieldtwin
