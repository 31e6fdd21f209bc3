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

std::uint64_t id_of(const RecordedStop& stop) {
  return std::uint64_t{stop.officer} << 24 | stop.number;
}

void OutcomeBalance::began(std::uint64_t encounter) {
  ++begun_;
  begun_ids_ += mixed(encounter);
}

void OutcomeBalance::ended(const EncounterRecord& record) {
  over_ids_ += mixed(record.id);
  if (record.hold) {
    ++held_.at(index_of(record.hold->end));
  } else {
    ++let_go_.at(index_of(record.outcome));
  }
}

std::uint64_t OutcomeBalance::over() const {
  return sum(let_go_) + sum(held_);
}

void OutcomeBalance::check(std::uint32_t replication) const {
  if (begun_ == over() && begun_ids_ == over_ids_) return;
  std::string parts;
  const auto name = [&parts](std::uint64_t count, std::string_view what) {
    if (count > 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", count, what);
  };
  name(let_go_[0], "let go after an answer");
  for (std::size_t i = 1; i < kLetGo; ++i) {
    name(let_go_[i],
         fmt::format("let go without one ({})", name_of(static_cast<ScanOutcome>(i))));
  }
  for (std::size_t i = 0; i < kEnds; ++i) {
    name(held_[i], fmt::format("held ({})", name_of(static_cast<HoldEnd>(i))));
  }
  throw std::logic_error(fmt::format(
      "replication {}: {} encounters began and {} ended: {}{} (each ends once, so some were lost "
      "or ended twice; this is a bug of the model)",
      replication, begun_, over(), parts.empty() ? "none" : parts,
      begun_ == over() ? ", but not the same ones" : ""));
}

}  // namespace fieldtwin
