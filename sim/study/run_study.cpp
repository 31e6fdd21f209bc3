#include "sim/study/run_study.hpp"

#include "sim/study/run_plan.hpp"

namespace fieldtwin {

StudyRun run_study(const std::filesystem::path& folder, const ResolvedScenario& scenario,
                   const StudyRequest& request, const Simulate& simulate,
                   const std::function<void(const StudyProgress&)>& tell) {
  StudyPlan plan(folder);
  plan.add({.name = {},
            .scenario = scenario,
            .seed = request.seed,
            .record = request.record,
            .replications = request.replications});
  return std::move(run_plan(plan, {.jobs = request.jobs}, simulate, tell).studies.front());
}

}  // namespace fieldtwin
