#include "metrics/outcome_balance.hpp"

#include <fmt/format.h>

#include <numeric>
#include <stdexcept>

namespace fieldtwin {
namespace {

/// Scatters an id over all values (the finalizer of SplitMix64, Steele, Lea & Flood 2014), so that
/// sums of different sets of ids differ.
std::uint64_t mixed(std::uint64_t id) {
  id += 0x9e3779b97f4a7c15;
  id = (id ^ id >> 30) * 0xbf58476d1ce4e5b9;
  id = (id ^ id >> 27) * 0x94d049bb133111eb;
  return id ^ id >> 31;
}

std::uint64_t sum(const auto& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace

void OutcomeBalance::began(SystemKind system, std::uint64_t encounter) {
  OfSystem& of = systems_[index_of(system)];
  ++of.begun;
  of.begun_ids += mixed(encounter);
}

void OutcomeBalance::ended(const EncounterRecord& record) {
  OfSystem& of = systems_[index_of(record.system)];
  of.over_ids += mixed(record.id);
  if (record.hold) {
    ++of.held.at(index_of(record.hold->end));
  } else {
    ++of.let_go.at(index_of(record.outcome));
  }
}

void OutcomeBalance::ended(const CrossingRecord& record) {
  OfSystem& of = systems_[index_of(SystemKind::kTvs)];
  of.over_ids += mixed(record.id);
  if (record.hold) {
    ++of.held.at(index_of(record.hold->end));
  } else {
    ++of.crossed.at(index_of(record.end));
  }
}

std::uint64_t OutcomeBalance::OfSystem::over() const {
  return sum(let_go) + sum(held) + sum(crossed);
}

std::uint64_t OutcomeBalance::begun() const {
  std::uint64_t all = 0;
  for (const OfSystem& system : systems_) all += system.begun;
  return all;
}

std::uint64_t OutcomeBalance::over() const {
  std::uint64_t all = 0;
  for (const OfSystem& system : systems_) all += system.over();
  return all;
}

/// "3 let go after an answer, 1 held (transfer)"
std::string OutcomeBalance::OfSystem::outcomes() const {
  std::string parts;
  const auto add = [&parts](std::uint64_t count, const std::string& what) {
    parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, what);
  };
  for (std::size_t i = 0; i < kMost; ++i) {
    if (let_go[i] == 0) continue;
    const auto outcome = static_cast<ScanOutcome>(i);
    add(let_go[i], outcome == ScanOutcome::kAnswered
                       ? std::string("let go after an answer")
                       : fmt::format("let go without one ({})", name_of(outcome)));
  }
  for (std::size_t i = 0; i < kCrossingEnds; ++i) {
    if (crossed[i] > 0) add(crossed[i], std::string(kCrossingEndNames[i]));
  }
  for (std::size_t i = 0; i < kMost; ++i) {
    if (held[i] > 0) add(held[i], fmt::format("held ({})", name_of(static_cast<HoldEnd>(i))));
  }
  return parts.empty() ? "none" : parts;
}

void OutcomeBalance::check(std::uint32_t replication) const {
  for (std::size_t i = 0; i < kSystems; ++i) {
    const auto system = static_cast<SystemKind>(i);
    const OfSystem& of = systems_[i];
    if (of.begun == 0 && system != SystemKind::kMobileIdentify) continue;
    if (of.begun == of.over() && of.begun_ids == of.over_ids) continue;
    throw std::logic_error(fmt::format(
        "replication {}: {} {} began and {} ended: {}{} (each ends once, so some were lost or ended "
        "twice; this is a bug of the model)",
        replication, of.begun, system == SystemKind::kTvs ? "crossings" : "encounters", of.over(), of.outcomes(),
        of.begun == of.over() ? ", but not the same ones" : ""));
  }
}

}  // namespace fieldtwin
