#include "sim/study/attribute_study.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// The games of the replications that are done, as files.
class GamesFolder {
 public:
  explicit GamesFolder(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error)
      throw DiskError(fmt::format("cannot make {}: {}", folder_.string(), error.message()));
  }

  /// Of a replication with that fingerprint.
  bool has(std::uint32_t replication, const Fingerprint& fingerprint) const {
    HarmGames ignored;
    return read(replication, fingerprint, ignored);
  }
  bool read(std::uint32_t replication, const Fingerprint& fingerprint, HarmGames& games) const {
    std::ifstream in(file(replication));
    std::string hex;
    return in >> hex && hex == fingerprint.hex() && read_games(in, games);
  }
  void write(std::uint32_t replication, const ReplicationGames& done) const {
    std::ostringstream text;
    text << done.fingerprint.hex() << '\n';
    write_games(done.games, text);
    write_atomically(file(replication), text.str());
  }
  void remove() const {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

 private:
  fs::path file(std::uint32_t replication) const {
    return folder_ / fmt::format("{:06}.txt", replication);
  }

  fs::path folder_;
};

}  // namespace

StudyAttribution attribute_study(const fs::path& folder, ResultStore& store,
                                 const Scenario& scenario, unsigned jobs,
                                 const Attribute& attribute,
                                 const std::function<void(const StudyProgress&)>& tell) {
  const std::vector<std::uint32_t> replications = store.finished();
  const std::uint64_t seed = store.identity().seed;
  std::vector<Fingerprint> recorded;
  for (const std::uint32_t number : replications) recorded.push_back(store.fingerprint(number));

  // A task's replication is its place among the finished ones.
  const GamesFolder done(folder / "attribution");
  StudyProgress progress;
  progress.planned = static_cast<std::uint32_t>(replications.size());
  std::vector<StudyTask> tasks;
  for (std::uint32_t i = 0; i < progress.planned; ++i) {
    if (done.has(replications[i], recorded[i])) {
      ++progress.finished;
    } else {
      tasks.push_back({0, i});
    }
  }
  const auto work = [&](const StudyTask& task) {
    const std::uint32_t number = replications[task.replication];
    const ReplicationGames games = attribute(scenario, seed, number);
    if (games.fingerprint != recorded[task.replication]) {
      throw std::runtime_error(
          "it does not happen again as it was recorded: another build of the program made the "
          "study");
    }
    done.write(number, games);
  };
  const auto is_whole = [&](const StudyTask& task) {
    return done.has(replications[task.replication], recorded[task.replication]);
  };
  const auto began = std::chrono::steady_clock::now();
  const auto tick = [&] {
    progress.elapsed =
        Seconds(std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    tell(progress);
  };
  const auto finish = [&](const TaskEnd& end) {
    if (end.fate != TaskFate::kDone) return;
    ++progress.finished;
    ++progress.simulated;
  };

  const QueuedSignals signals;
  LocalProcesses executor(jobs, signals, {work, is_whole, [](const StudyTask&) {}});
  const WorkersReport report = run_tasks(
      tasks, executor, signals, {.begin = [](const StudyTask&) {}, .finish = finish, .tick = tick});

  StudyAttribution result{report.end, report.failures, {}};
  if (progress.finished < progress.planned) return result;
  for (std::uint32_t i = 0; i < progress.planned; ++i) {
    HarmGames games;
    if (!done.read(replications[i], recorded[i], games)) {
      throw DiskError("the attribution of a replication cannot be read back");
    }
    result.games.push_back(games);
  }
  done.remove();
  return result;
}

}  // namespace fieldtwin
