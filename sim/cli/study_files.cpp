#include "sim/cli/study_files.hpp"

#include "metrics/capacity/service_level.hpp"
#include "metrics/catalogue.hpp"
#include "scenarios/capacity/knob.hpp"
#include "scenarios/sweep/read_sweep.hpp"

namespace fieldtwin {
namespace {

/// A design depends on the seed only in where its points lie.
constexpr std::uint64_t kAnySeed = 1;

UnitPoints points_of(const SweepStudy& study) {
  return points_of(study.design, factors_of(study), kAnySeed);
}

}  // namespace

SweepStudy read_sweep_file(const std::string& name_or_file,
                           const std::vector<std::string>& overrides) {
  std::vector<std::string> known;
  for (const Metric& metric : metrics()) known.push_back(metric.name);
  return read_sweep(name_or_file, overrides, known);
}

CapacityStudy read_capacity_file(const std::string& name_or_file,
                                 const std::vector<std::string>& overrides) {
  CapacityStudy study = read_capacity_study(name_or_file, overrides);
  ErrorList errors;
  const auto level = parse_service_level(study.slo);
  if (const auto* const problem = std::get_if<ServiceLevelProblem>(&level)) {
    errors.add(study.slo_place, {problem->what, "", problem->suggestion});
  }
  const std::string& varied = study.minimise.empty() ? study.maximise : study.minimise;
  if (!varied.empty()) find_knob(varied, study.base.scenario, {study.name, 0, 0}, errors);
  errors.raise_if_any();
  return study;
}

void check_study(const std::string& name_or_file, StudyKind kind) {
  if (kind == StudyKind::kCapacity) {
    read_capacity_file(name_or_file, {});
    return;
  }
  const SweepStudy study = read_sweep_file(name_or_file, {});
  for (const auto& point : points_of(study)) scenario_at(study, point);
}

StudyFacts facts_of_file(const std::string& name_or_file, const std::vector<std::string>& overrides,
                         StudyKind kind) {
  if (kind == StudyKind::kCapacity) {
    return facts_of_study(read_capacity_file(name_or_file, overrides));
  }
  const SweepStudy study = read_sweep_file(name_or_file, overrides);
  return facts_of_study(study, points_of(study).size());
}

}  // namespace fieldtwin
