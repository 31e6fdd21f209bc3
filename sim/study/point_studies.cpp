#include "sim/study/point_studies.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "sim/study/atomic_file.hpp"
#include "sim/study/identity.hpp"

namespace fieldtwin {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFile = "points.json";
constexpr const char* kWayOut = "Nothing was changed. Choose another directory with -o.";

Json json_of(const PointsOwner& owner) {
  return {{"fieldtwin", owner.base.version},
          {"command", owner.command},
          {"base", owner.base.scenario},
          {"base_hash", owner.base.scenario_hash},
          {"seed", owner.base.seed}};
}

/// Whether nothing is kept in a folder, but for what another process is about to claim it with.
bool is_free(const fs::path& folder) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (!entry.path().filename().string().starts_with(std::string(kFile) + ".")) return false;
  }
  return true;
}

/// Returns the folder if it is free, or the owner's.
fs::path refuse_others(fs::path folder, const PointsOwner& owner) {
  if (is_free(folder)) return folder;
  const Json there = Json::parse(read_text(folder / kFile), nullptr, false);
  if (!there.is_object()) {
    throw StudyRefused(fmt::format("{} holds something else than the points of a {}. {}",
                                   folder.string(), owner.command, kWayOut));
  }
  std::string lines;
  const Json ours = json_of(owner);
  for (const auto& [key, here] : ours.items()) {
    const Json value = there.value(key, Json());
    if (value == here) continue;
    lines += key == "base_hash"
                 ? "\n  the base scenario's values"
                 : fmt::format("\n  {}: {} there, {} here", key, value.dump(), here.dump());
  }
  if (!lines.empty()) {
    throw StudyRefused(
        fmt::format("{} holds other points:{}\n{}", folder.string(), lines, kWayOut));
  }
  return folder;
}

}  // namespace

PointStudies::PointStudies(fs::path folder, PointsOwner owner, RecordLevel record, Share share)
    : owner_(std::move(owner)),
      record_(record),
      plan_(refuse_others(std::move(folder), owner_), share) {}

std::size_t PointStudies::add(const ResolvedScenario& scenario, std::uint32_t replications) {
  const StudyIdentity identity = identity_of(scenario, owner_.base.seed, record_);
  const std::string name = "points/" + identity.scenario_hash;
  const auto known = number_.find(name);
  if (known != number_.end()) {
    plan_.raise(known->second, replications);
    return known->second;
  }
  return number_[name] = plan_.add({.name = name,
                                    .scenario = scenario,
                                    .seed = owner_.base.seed,
                                    .record = record_,
                                    .replications = replications});
}

void PointStudies::claim() const {
  const fs::path file = plan_.folder() / kFile;
  const std::string text = json_of(owner_).dump(2) + "\n";
  if (read_text(file) == text) return;
  // Shares may claim the folder side by side: each writes a file of its own, and the last one
  // stays.
  const fs::path own = fmt::format("{}.{}", file.string(), getpid());
  write_atomically(own, text);
  fs::rename(own, file);
}

}  // namespace fieldtwin
