#include "sim/study/study_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "sim/study/identity.hpp"
#include "sim/study/open_study.hpp"
#include "sim/study/read_study.hpp"

namespace fieldtwin {

StudyPlan::StudyPlan(std::filesystem::path folder, Share share)
    : folder_(std::move(folder), share.is_all() ? FolderUse::kAlone : FolderUse::kShared),
      share_(share) {}

std::size_t StudyPlan::add(PlannedStudy study) {
  const auto same_name = [&](const Point& point) { return point.study.name == study.name; };
  if (std::ranges::any_of(points_, same_name)) {
    throw std::invalid_argument(fmt::format("a plan has two studies named '{}'", study.name));
  }
  StudyIdentity identity = identity_of(study.scenario, study.seed, study.record);
  StudyFiles files(study.name.empty() ? folder() : folder() / study.name);
  files.refuse_strangers();
  refuse_another_study(files, study.scenario, identity);
  points_.push_back({std::move(study), std::move(identity), std::move(files), std::nullopt, 0});
  return points_.size() - 1;
}

void StudyPlan::raise(std::size_t study, std::uint32_t replications) {
  std::uint32_t& asked = points_.at(study).study.replications;
  asked = std::max(asked, replications);
}

const std::vector<std::uint32_t>& StudyPlan::finished(std::size_t number) const {
  static const std::vector<std::uint32_t> none;
  const auto& finished = points_.at(number).finished;
  return finished ? *finished : none;
}

StudyData StudyPlan::data(std::size_t number) const {
  const Point& point = points_.at(number);
  require_study(point.files.folder());
  ResultStore store = results_of_study(point.files.folder());
  try {
    return StudyData(store, point.study.replications);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

}  // namespace fieldtwin
