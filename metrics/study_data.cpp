#include "metrics/study_data.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "metrics/store/replication_rows.hpp"

namespace fieldtwin {
namespace {

template <class Value>
Value known(std::optional<Value> value, const Database& database) {
  if (!value) {
    throw StoreError(fmt::format(
        "{} is damaged (it has names that this program does not write). Run the study again.",
        database.path().string()));
  }
  return *value;
}

std::optional<Stage> stage_named(const std::string& name) {
  const auto found = std::ranges::find(kStageNames, name);
  if (found == kStageNames.end()) return std::nullopt;
  return static_cast<Stage>(found - kStageNames.begin());
}

}  // namespace

StudyData::StudyData(ResultStore& store, std::uint32_t first)
    : identity_(store.identity()), first_(first) {
  Database& database = store.database();
  order_ = store.finished();
  std::erase_if(order_, [first](std::uint32_t number) { return number >= first; });
  if (order_.empty()) {
    throw StoreError(fmt::format("{} has no finished replication yet. Run the study first.",
                                 database.path().string()));
  }
  for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
  Statement query = database.prepare(
      "SELECT fingerprint FROM replication WHERE replication < ? ORDER BY replication");
  query.bind(1, first_);
  while (query.step()) fingerprints_.push_back(Fingerprint::from_hex(query.text(0)));
  zeros_.assign(order_.size(), 0.0);
  no_stage_ = {.sums = zeros_, .counts = zeros_, .batches = {}};
  no_stage_.batches.resize(std::min(order_.size(), kMostBatches));
  read_sums(database);
  read_latency(database);
  read_desk(database);
  faults_ = read_fault_data(database, first_, place_);
}

Fingerprint StudyData::fingerprint() const {
  Hash128 hash;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    hash.add(order_[i], 0);
    hash.add(fingerprints_[i].low, fingerprints_[i].high);
  }
  return hash.finish();
}

const std::vector<double>& StudyData::series(const Series& series) const {
  const auto found = series_.find(series);
  return found == series_.end() ? zeros_ : found->second;
}

bool StudyData::has(Grouping dimension) const {
  return std::ranges::any_of(series_,
                             [=](const auto& entry) { return entry.first.dimension == dimension; });
}

const StageData& StudyData::stage(Stage stage, const std::string& state) const {
  const auto found = stages_.find({state, stage});
  return found == stages_.end() ? no_stage_ : found->second;
}

void StudyData::read_sums(Database& database) {
  Statement rows =
      database.prepare("SELECT replication, dimension, sums FROM breakdown WHERE replication < ?");
  rows.bind(1, first_);
  while (rows.step()) {
    const std::size_t place = place_.at(static_cast<std::uint32_t>(rows.integer(0)));
    for (const TallyRow& row : breakdown_at(rows, 1)) {
      const Series series{row.amount, row.dimension, row.key};
      series_.try_emplace(series, zeros_).first->second[place] = row.value;
    }
  }
}

void StudyData::read_latency(Database& database) {
  Statement rows = database.prepare(
      "SELECT replication, stage, state, n, sum_s, sum_high, sum_low, buckets FROM latency "
      "WHERE replication < ?");
  rows.bind(1, first_);
  while (rows.step()) {
    const std::size_t place = place_.at(static_cast<std::uint32_t>(rows.integer(0)));
    const Stage stage = known(stage_named(rows.text(1)), database);
    StageData& data = stages_.try_emplace({rows.text(2), stage}, no_stage_).first->second;
    data.counts[place] = static_cast<double>(rows.integer(3));
    data.sums[place] = rows.real(4);
    data.batches[batch_of(place, order_.size())].merge(histogram_at(rows, 5));
  }
}

void StudyData::read_desk(Database& database) {
  const DeskSlot empty{zeros_, zeros_, zeros_, zeros_, zeros_};
  desk_.assign(kDeskBinsPerDay, empty);
  const double days = static_cast<double>(identity_.days);
  const double span = days * kDeskBin.value();
  Statement rows =
      database.prepare("SELECT replication, bins FROM desk_bins WHERE replication < ?");
  rows.bind(1, first_);
  while (rows.step()) {
    const std::size_t place = place_.at(static_cast<std::uint32_t>(rows.integer(0)));
    const std::vector<DeskBin> bins = desk_at(rows, 1);
    for (std::size_t i = 0; i < bins.size(); ++i) {
      DeskSlot& slot = desk_[i % kDeskBinsPerDay];
      slot.agents[place] += bins[i].agent_seconds / span;
      slot.busy[place] += bins[i].busy_seconds / span;
      slot.waiting[place] += bins[i].waiting_seconds / span;
      slot.calls[place] += static_cast<double>(bins[i].calls) / days;
      slot.wait_seconds[place] += bins[i].wait_seconds / days;
    }
  }
}

}  // namespace fieldtwin
