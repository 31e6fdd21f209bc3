#include "sim/cli/comparison_session.hpp"

#include <fmt/format.h>

#include "metrics/comparison.hpp"
#include "sim/cli/comparison_table.hpp"
#include "sim/cli/study_session.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/comparison_directory.hpp"

namespace fieldtwin {
namespace {

void print_results(const ComparisonDirectory& directory, const StudyRequest& request,
                   const std::string& comparison) {
  fmt::print(
      "{} pair{} of replications under the same luck, seed {}\n\n{}"
      "* real: the interval excludes 0\n\nall metrics  {}\n",
      request.replications, request.replications == 1 ? "" : "s", request.seed,
      comparison_tables(comparison), directory.comparison().string());
}

}  // namespace

ExitCode compare_scenarios(const std::filesystem::path& folder,
                           const std::vector<std::string>& names,
                           const std::vector<ResolvedScenario>& scenarios,
                           const StudyOptions& options, Output output) {
  const ComparisonDirectory directory(folder, names);
  const StudyRequest request = options.request(scenarios.front().scenario, RecordLevel::kCases);
  directory.refuse_others(scenarios, request);

  StudyPlan plan(directory.folder(), options.share);
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    plan.add({.name = directory.studies()[i].filename(),
              .scenario = scenarios[i],
              .seed = request.seed,
              .record = request.record,
              .replications = request.replications});
  }
  const StudySession session =
      hold_session(plan, {.jobs = request.jobs}, options.talk(), StudyOutputs::kWritten);
  if (!session.has_results) return session.code;
  std::vector<ComparedStudy> studies;
  for (std::size_t i = 0; i < plan.size(); ++i) studies.push_back({names[i], plan.data(i)});
  const ComparedStudy base = std::move(studies.front());
  studies.erase(studies.begin());
  const std::string comparison = comparison_json(base, studies);
  write_atomically(directory.comparison(), comparison);
  if (output == Output::kJson) {
    fmt::print("{}", comparison);
  } else {
    print_results(directory, request, comparison);
  }
  return ExitCode::kDone;
}

}  // namespace fieldtwin
