#include "sim/study/open_study.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "metrics/store/identity.hpp"
#include "metrics/store/shard_file.hpp"
#include "scenarios/describe/resolved.hpp"
#include "scenarios/recorded/recorded_encounters.hpp"
#include "sim/study/atomic_file.hpp"
#include "sim/study/disk_error.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kShownDifferences = 8;

/// How the scenario of the directory differs from this one, as far as its resolved.yaml tells.
std::vector<std::string> scenario_differences(const StudyFiles& directory,
                                              const ResolvedScenario& scenario) {
  try {
    return differences(load_scenario(directory.resolved().string()), scenario);
  } catch (const ScenarioErrors&) {
    return {};  // removed or changed by hand: it is enough that the hashes differ
  }
}

std::vector<std::string> identity_differences(const StudyIdentity& there,
                                              const StudyIdentity& here) {
  std::vector<std::string> lines;
  const auto compare = [&lines](const char* name, const auto& a, const auto& b) {
    if (a != b) lines.push_back(fmt::format("{}: {} there, {} here", name, a, b));
  };
  compare("version of fieldtwin", there.version, here.version);
  compare("scenario", there.scenario, here.scenario);
  compare("seed", there.seed, here.seed);
  compare("record", there.record, here.record);
  compare("the scenario's values, as a hash", there.scenario_hash, here.scenario_hash);
  return lines;
}

std::vector<std::string> all_differences(const StudyFiles& directory,
                                         const ResolvedScenario& scenario,
                                         const StudyIdentity& there, const StudyIdentity& here) {
  auto lines = identity_differences(there, here);
  if (there.scenario_hash == here.scenario_hash) return lines;
  const auto values = scenario_differences(directory, scenario);
  if (values.empty()) {
    const auto& recorded = scenario.scenario.tables.recorded;
    if (recorded) lines.back() += fmt::format(" (has {} changed since?)", recorded->file);
    return lines;
  }
  lines.pop_back();  // the values say more than their hash
  lines.insert(lines.end(), values.begin(), values.end());
  return lines;
}

void refuse_if_different(const StudyFiles& directory, const ResolvedScenario& scenario,
                         const StudyIdentity& there, const StudyIdentity& here) {
  const auto lines = all_differences(directory, scenario, there, here);
  if (lines.empty()) return;
  std::string message = fmt::format("{} holds another study:", directory.folder().string());
  for (std::size_t i = 0; i < std::min(lines.size(), kShownDifferences); ++i) {
    message += "\n  " + lines[i];
  }
  if (lines.size() > kShownDifferences) {
    message += fmt::format("\n  and {} more", lines.size() - kShownDifferences);
  }
  throw StudyRefused(message + "\nNothing was changed. Choose another directory with -o.");
}

void remove_with_journal(const fs::path& file) {
  std::error_code ignored;
  fs::remove(file, ignored);
  fs::remove(file.string() + "-journal", ignored);
}

/// Makes the tables under another name: a run that is killed meanwhile leaves no results file.
ResultStore create(const StudyDirectory& directory, const StudyIdentity& identity) {
  const fs::path part = directory.results().string() + ".part";
  remove_with_journal(part);
  try {
    ResultStore::open_or_create(part, identity);
    fs::rename(part, directory.results());
    remove_with_journal(part);
    return ResultStore::open_or_create(directory.results(), identity);
  } catch (const StoreError& error) {
    remove_with_journal(part);
    remove_with_journal(directory.results());
    throw DiskError(error.what());
  }
}

ResultStore open_existing(const StudyDirectory& directory, const ResolvedScenario& scenario,
                          const StudyIdentity& identity) {
  refuse_another_study(directory, scenario, identity);
  try {
    return ResultStore::open_or_create(directory.results(), identity);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

/// The identity in a shard; nothing if it is damaged, as after a power cut. StudyRefused if another
/// build wrote it.
std::optional<StudyIdentity> identity_in(const fs::path& shard) {
  try {
    return ShardFile(shard).identity();
  } catch (const ForeignFile& error) {
    throw StudyRefused(error.what());
  } catch (const StoreError&) {
    return std::nullopt;
  }
}

void refuse_foreign_shard(const fs::path& shard, const StudyIdentity& there,
                          const StudyIdentity& here) {
  const auto lines = identity_differences(there, here);
  if (lines.empty()) return;
  throw StudyRefused(fmt::format(
      "{} is a part of another study:\n  {}\nNothing of it was taken. Remove it, or choose another "
      "directory with -o.",
      shard.string(), fmt::join(lines, "\n  ")));
}

void take_in_shards(const Shards& shards, ResultStore& store) {
  shards.drop_parts();
  for (const fs::path& shard : shards.found()) {
    if (const auto identity = identity_in(shard)) {
      refuse_foreign_shard(shard, *identity, store.identity());
      store.merge_from(shard);
    }
    fs::remove(shard);  // a damaged one will be simulated again
  }
}

void write_resolved_file(const StudyDirectory& directory, const ResolvedScenario& scenario) {
  std::ostringstream text;
  write_resolved(scenario, text);
  if (read_text(directory.resolved()) != text.str()) {
    write_atomically(directory.resolved(), text.str());
  }
}

}  // namespace

void refuse_another_study(const StudyFiles& directory, const ResolvedScenario& scenario,
                          const StudyIdentity& identity) {
  const std::vector<fs::path> shards = directory.shards().found();
  if (!shards.empty()) {
    if (const auto there = identity_in(shards.front())) {
      refuse_foreign_shard(shards.front(), *there, identity);
    }
  }
  if (!fs::exists(directory.results())) return;
  try {
    refuse_if_different(directory, scenario, ResultStore::open(directory.results()).identity(),
                        identity);
  } catch (const StoreError& error) {
    throw StudyRefused(error.what());
  }
}

ResultStore open_study(const StudyDirectory& directory, const ResolvedScenario& scenario,
                       const StudyIdentity& identity) {
  ResultStore store = fs::exists(directory.results()) ? open_existing(directory, scenario, identity)
                                                      : create(directory, identity);
  try {
    // A write-ahead log spares a wait for the disk after each replication. What a power cut takes
    // from it is simulated again.
    store.database().execute("PRAGMA journal_mode = WAL");
    write_resolved_file(directory, scenario);
    take_in_shards(directory.shards(), store);
  } catch (const StoreError& error) {
    throw DiskError(error.what());
  } catch (const fs::filesystem_error& error) {
    throw DiskError(error.what());
  }
  return store;
}

}  // namespace fieldtwin
