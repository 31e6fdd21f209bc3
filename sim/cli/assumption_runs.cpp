#include "sim/cli/assumption_runs.hpp"

#include <fmt/format.h>

#include "metrics/difference.hpp"
#include "metrics/worlds/worlds_output.hpp"
#include "scenarios/reader/field.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"
#include "sim/study/point_studies.hpp"

namespace fieldtwin {
namespace {

constexpr RecordLevel kRecord = RecordLevel::kNone;

Assumptions assumptions_to_vary(const AssumedStudy& study) {
  Assumptions assumptions = assumptions_of(study.scenario);
  if (assumptions.factors.empty()) {
    throw StudyRefused(fmt::format(
        "{} has no assumption with a range, so there is nothing to vary. See docs/worlds.md.",
        study.name));
  }
  return assumptions;
}

WorldsSetting setting_of(const AssumedStudy& study) {
  return {program_version(), study.scenario.scenario.name, study.request.seed,
          study.request.replications};
}

PointStudies points_in(const AssumedStudy& study, const std::string& command) {
  return {study.folder / command,
          {command, identity_of(study.scenario, study.request.seed, kRecord)},
          kRecord};
}

ExitCode simulate(const AssumedStudy& study, PointStudies& points, const std::string& what) {
  points.claim();
  if (study.talk == Talk::kProgress) fmt::print(stderr, "{}\n", what);
  return hold_session(points.plan(), {.jobs = study.request.jobs}, study.talk, StudyOutputs::kNone)
      .code;
}

std::string shown(const SweptFactor& factor, double place) {
  const std::string text = value_of(factor, place).text;
  return factor.kind == SweptFactor::Kind::kScale ? "x " + text : text;
}

}  // namespace

ExitCode run_worlds(const AssumedStudy& study, std::uint32_t worlds) {
  const Assumptions assumptions = assumptions_to_vary(study);
  SweepStudy sweep;
  sweep.base = study.scenario;
  sweep.base_name = study.name;
  sweep.overrides = study.overrides;
  sweep.factors = assumptions.factors;
  sweep.design = LatinHypercubeDesign{worlds};
  const UnitPoints places = points_of(sweep.design, factors_of(sweep), study.request.seed);

  PointStudies points = points_in(study, "worlds");
  std::vector<std::size_t> numbers;
  for (const auto& place : places) {
    numbers.push_back(points.add(scenario_at(sweep, place), study.request.replications));
  }
  const ExitCode code =
      simulate(study, points,
               fmt::format("{} worlds of {} assumptions", worlds, assumptions.factors.size()));
  if (code != ExitCode::kDone) return code;

  std::vector<AssumedWorld> results;
  for (std::size_t i = 0; i < places.size(); ++i) {
    AssumedWorld world;
    for (std::size_t j = 0; j < sweep.factors.size(); ++j) {
      world.values.push_back(shown(sweep.factors[j], places[i][j]));
    }
    world.folder = "worlds/" + points.folder_of(numbers[i]);
    world.metrics = metrics_of_world(points.plan().data(numbers[i]));
    results.push_back(std::move(world));
  }
  write_atomically(study.folder / "worlds.csv", worlds_csv(assumptions, results));
  write_atomically(
      study.folder / "worlds.json",
      worlds_json(setting_of(study), assumptions, metrics_of_world(study.data), results));
  return ExitCode::kDone;
}

ExitCode run_tornado(const AssumedStudy& study) {
  const Assumptions assumptions = assumptions_to_vary(study);
  PointStudies points = points_in(study, "tornado");
  struct Ends {
    EndOfRange low, high;
    std::size_t low_study, high_study;
  };
  const auto add = [&](const EndOfRange& end) {
    std::vector<std::string> overrides = study.overrides;
    overrides.push_back(end.assignment);
    return points.add(load_scenario(study.name, overrides), study.request.replications);
  };
  std::vector<Ends> ends;
  for (const SweptFactor& factor : assumptions.factors) {
    const EndOfRange low = end_of(factor, study.scenario, RangeEnd::kLow);
    const EndOfRange high = end_of(factor, study.scenario, RangeEnd::kHigh);
    ends.push_back({low, high, add(low), add(high)});
  }
  const ExitCode code = simulate(
      study, points, fmt::format("{} assumptions at both ends of their ranges", ends.size()));
  if (code != ExitCode::kDone) return code;

  const auto differences = [&](std::size_t number) {
    const StudyData there = points.plan().data(number);
    std::vector<std::optional<Estimate>> all;
    for (const std::string& name : world_metrics()) {
      all.push_back(difference(metric_named(name)->estimator, study.data, there));
    }
    return all;
  };
  std::vector<TornadoBar> bars;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::string& path = assumptions.factors[i].factor.name;
    bars.push_back({path,
                    find_parameter(path)->meaning,
                    study.scenario.provenance.at(path).written,
                    {ends[i].low.text, differences(ends[i].low_study)},
                    {ends[i].high.text, differences(ends[i].high_study)}});
  }
  write_atomically(study.folder / "tornado.json",
                   tornado_json(setting_of(study), metrics_of_world(study.data), bars));
  return ExitCode::kDone;
}

}  // namespace fieldtwin
