#include "sim/study/open_studies.hpp"

#include <algorithm>

#include "metrics/store/shard_file.hpp"
#include "sim/study/open_study.hpp"
#include "sim/study/read_study.hpp"

namespace fieldtwin {
namespace {

/// Scans of a replication that is in the store.
double scans_of(ResultStore& store, std::uint32_t replication) {
  Statement query = store.database().prepare("SELECT scans FROM replication WHERE replication = ?");
  return query.bind(1, std::int64_t{replication}).step() ? query.real(0) : 0.0;
}

}  // namespace

OpenStudies::OpenStudy& OpenStudies::at(std::uint32_t study) {
  if (const auto found = open_.find(study); found != open_.end()) return found->second;
  const OutputFolder& folder = plan_.output_folder();
  OpenStudy opened;
  opened.directory =
      plan_.study(study).name.empty()
          ? std::make_unique<StudyDirectory>(folder)
          : std::make_unique<StudyDirectory>(plan_.files(study).folder(), folder.use());
  if (plan_.share().is_all()) {
    opened.store =
        open_study(*opened.directory, plan_.study(study).scenario, plan_.identity(study));
  }
  return open_.emplace(study, std::move(opened)).first->second;
}

void OpenStudies::close(std::uint32_t study) {
  const auto found = open_.find(study);
  if (found == open_.end()) return;
  if (auto& store = found->second.store) store->database().execute("PRAGMA journal_mode = DELETE");
  open_.erase(found);
}

void OpenStudies::close_all() {
  while (!open_.empty()) close(open_.begin()->first);
}

std::vector<std::uint32_t> OpenStudies::finished(std::uint32_t study) {
  const StudyFiles& files = plan_.files(study);
  const bool merged = exists(files.results());
  std::vector<std::uint32_t> finished = files.shards().found_replications();
  if (!merged && finished.empty()) return {};
  if (plan_.share().is_all()) {
    open(study);
    return at(study).store->finished();
  }
  if (merged) {
    const auto in_file = results_of_study(files.folder()).finished();
    finished.insert(finished.end(), in_file.begin(), in_file.end());
    std::ranges::sort(finished);
    const auto twice = std::ranges::unique(finished);
    finished.erase(twice.begin(), twice.end());
  }
  return finished;
}

std::vector<double> OpenStudies::take(std::uint32_t study,
                                      const std::vector<std::uint32_t>& replications) {
  const Shards& shards = plan_.files(study).shards();
  std::vector<std::filesystem::path> whole;
  for (const std::uint32_t replication : replications) whole.push_back(shards.whole(replication));
  std::vector<double> scans;
  auto& store = at(study).store;
  if (!store) {
    for (const auto& shard : whole) scans.push_back(ShardFile(shard).scans());
    return scans;
  }
  store->merge_from(whole);
  for (const auto& shard : whole) std::filesystem::remove(shard);
  for (const std::uint32_t replication : replications) {
    scans.push_back(scans_of(*store, replication));
  }
  return scans;
}

}  // namespace fieldtwin
