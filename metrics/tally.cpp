#include "metrics/tally.hpp"

#include <algorithm>
#include <numeric>

#include "metrics/delays.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kOrigins = kHoldOrigins;
constexpr std::size_t kDecisions = kHoldDecisions;

// Where the cells of a dimension begin; the states come last, because their number varies.
constexpr std::uint32_t kEthnicityAt = 1;
constexpr std::uint32_t kSexAt = kEthnicityAt + kEthnicities;
constexpr std::uint32_t kStatusAt = kSexAt + 2;
constexpr std::uint32_t kAgeAt = kStatusAt + kStatuses;
constexpr std::uint32_t kCauseAt = kAgeAt + kAgeGroups;
constexpr std::uint32_t kDecisionAt = kCauseAt + kOrigins;
constexpr std::uint32_t kBothAt = kDecisionAt + kDecisions;
constexpr std::uint32_t kDelayAt = kBothAt + kOrigins * kDecisions;
constexpr std::uint32_t kPartyAt = kDelayAt + kDelays;
constexpr std::uint32_t kSystemAt = kPartyAt + kParties;
constexpr std::uint32_t kStateAt = kSystemAt + kSystems;

void append(Tally::Cells& cells, std::size_t cell) {
  cells.cells[cells.size++] = static_cast<std::uint32_t>(cell);
}

void append(Tally::Cells& cells, const std::array<bool, kParties>& parties) {
  for (std::size_t i = 0; i < kParties; ++i) {
    if (parties[i]) append(cells, kPartyAt + i);
  }
}

/// The cells of what a person is, of a record that says so.
template <class Record>
Tally::Cells cells_of_person(const Record& record) {
  Tally::Cells cells = Tally::of_stop(record.system, record.state, record.ethnicity);
  append(cells, kSexAt + index_of(record.sex));
  append(cells, kStatusAt + index_of(record.status));
  append(cells, kAgeAt + age_group_of(record.age));
  return cells;
}

void append_causes(Tally::Cells& cells, HoldOrigin origin, HoldDecision decision) {
  append(cells, kCauseAt + index_of(origin));
  append(cells, kDecisionAt + index_of(decision));
  append(cells, kBothAt + index_of(origin) * kDecisions + index_of(decision));
}

struct Key {
  Grouping dimension;
  std::string key;
};

/// Of each cell after the whole, in order.
std::vector<Key> keys(const std::vector<std::string>& state_keys) {
  std::vector<Key> result;
  const auto add_all = [&](Grouping dimension, const auto& names) {
    for (const auto& name : names) result.push_back({dimension, std::string(name)});
  };
  std::vector<std::string> origins, decisions, both;
  for (std::size_t i = 0; i < kOrigins; ++i) {
    origins.emplace_back(name_of(static_cast<HoldOrigin>(i)));
  }
  for (std::size_t i = 0; i < kDecisions; ++i) {
    decisions.emplace_back(name_of(static_cast<HoldDecision>(i)));
  }
  for (const auto& origin : origins) {
    for (const auto& decision : decisions) both.push_back(origin + "/" + decision);
  }
  add_all(Grouping::kEthnicity, kEthnicityNames);
  add_all(Grouping::kSex, kSexNames);
  add_all(Grouping::kStatus, kStatusNames);
  add_all(Grouping::kAge, kAgeGroupNames);
  add_all(Grouping::kCause, origins);
  add_all(Grouping::kDecision, decisions);
  add_all(Grouping::kCauseAndDecision, both);
  add_all(Grouping::kDelay, kDelayNames);
  add_all(Grouping::kParty, kPartyNames);
  add_all(Grouping::kSystem, kSystemNames);
  add_all(Grouping::kState, state_keys);
  return result;
}

}  // namespace

Tally::Tally(std::size_t states) : sums_((kStateAt + states) * kAmounts, 0.0) {}

Tally::Cells Tally::whole() {
  Cells cells;
  append(cells, 0);
  return cells;
}

Tally::Cells Tally::of_state(std::uint16_t state) {
  Cells cells = whole();
  append(cells, kStateAt + state);
  return cells;
}

Tally::Cells Tally::of_group(std::uint16_t state, Ethnicity ethnicity) {
  Cells cells = of_state(state);
  append(cells, kEthnicityAt + index_of(ethnicity));
  return cells;
}

Tally::Cells Tally::of_stop(SystemKind system, std::uint16_t state, Ethnicity ethnicity) {
  Cells cells = of_group(state, ethnicity);
  append(cells, kSystemAt + index_of(system));
  return cells;
}

Tally::Cells Tally::of_system(SystemKind system) {
  Cells cells;
  append(cells, kSystemAt + index_of(system));
  return cells;
}

Tally::Cells Tally::of_person(const EncounterRecord& record) {
  return cells_of_person(record);
}

Tally::Cells Tally::of_person(const ExpectedHarm& harm) {
  return cells_of_person(harm);
}

Tally::Cells Tally::of_hold(const EncounterRecord& record) {
  Cells cells = of_person(record);
  append_causes(cells, record.hold->origin, record.hold->decision);
  append(cells, could_stop_hold(record));
  return cells;
}

Tally::Cells Tally::of_wait(const EncounterRecord& record) {
  Cells cells = of_person(record);
  append(cells, kDelayAt + index_of(longest_delay(record)));
  append(cells, could_stop_wait(record));
  return cells;
}

Tally::Cells Tally::of_causes(HoldOrigin origin, HoldDecision decision) {
  Cells cells;
  append_causes(cells, origin, decision);
  return cells;
}

std::array<double, kAmounts> Tally::totals() const {
  std::array<double, kAmounts> result;
  std::copy_n(sums_.begin(), kAmounts, result.begin());
  return result;
}

std::vector<TallyRow> Tally::rows(const std::vector<std::string>& state_keys,
                                  Systems systems) const {
  std::vector<TallyRow> result;
  const std::vector<Key> cell_keys = keys(state_keys);
  std::vector<std::size_t> cells(cell_keys.size());
  std::iota(cells.begin(), cells.end(), std::size_t{1});
  std::ranges::sort(cells, {}, [&](std::size_t cell) {
    return std::tuple(cell_keys[cell - 1].dimension, std::string_view(cell_keys[cell - 1].key));
  });
  for (const std::size_t cell : cells) {
    const auto& [dimension, key] = cell_keys[cell - 1];
    if (dimension == Grouping::kSystem && systems == Systems::kOne) continue;
    for (std::size_t i = 0; i < kAmounts; ++i) {
      const Amount amount = static_cast<Amount>(i);
      const double value = sums_[cell * kAmounts + i];
      if (value == 0.0 || breakdown_of(amount) == Breakdown::kNone) continue;
      result.push_back({amount, dimension, key, value});
    }
  }
  return result;
}

}  // namespace fieldtwin
