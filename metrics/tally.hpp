#pragma once
/// Sums of amounts, broken down by categories.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "metrics/amounts.hpp"
#include "metrics/expected_harm.hpp"

namespace fieldtwin {

/// One sum of a breakdown.
struct TallyRow {
  Amount amount;
  Grouping dimension;
  std::string key;
  double value;
  bool operator==(const TallyRow&) const = default;
};

/// By dimension, key and amount: the order of every list of such rows.
inline auto tally_order(const TallyRow& row) {
  return std::tuple(row.dimension, std::string_view(row.key), row.amount);
}

/// Sums in a dense table: adding an amount for a person costs six additions.
class Tally {
 public:
  /// For so many states.
  explicit Tally(std::size_t states);

  /// Whether there is a breakdown by system: where there is one alone, it would say the same as the
  /// whole.
  enum class Systems { kOne, kSeveral };

  /// The places in the table that an event counts in.
  struct Cells {
    std::array<std::uint32_t, 20> cells{};
    std::uint32_t size = 0;
  };
  static Cells whole();
  static Cells of_state(std::uint16_t state);
  static Cells of_group(std::uint16_t state, Ethnicity ethnicity);
  static Cells of_stop(SystemKind system, std::uint16_t state, Ethnicity ethnicity);
  static Cells of_person(const EncounterRecord& record);
  static Cells of_person(const ExpectedHarm& harm);
  static Cells of_hold(const EncounterRecord& record);  //!< there is one
  static Cells of_wait(const EncounterRecord& record);  //!< of a prolonged stop
  /// Those alone that tell how a hold came about, without the person's.
  static Cells of_causes(HoldOrigin origin, HoldDecision decision);
  static Cells of_system(SystemKind system);  //!< its alone, without the whole

  void add(Amount amount, const Cells& cells, double value = 1.0) {
    for (std::uint32_t i = 0; i < cells.size; ++i) {
      sums_[cells.cells[i] * kAmounts + index_of(amount)] += value;
    }
  }

  /// Several amounts in the same places.
  void add(std::span<const std::pair<Amount, double>> amounts, const Cells& cells) {
    for (std::uint32_t i = 0; i < cells.size; ++i) {
      double* const sums = &sums_[cells.cells[i] * kAmounts];
      for (const auto& [amount, value] : amounts) sums[index_of(amount)] += value;
    }
  }

  /// The sums of the whole, by amount.
  std::array<double, kAmounts> totals() const;

  /// The sums of all breakdowns that are not zero, of the amounts that have a breakdown, in
  /// tally_order. The keys of states are given by index.
  std::vector<TallyRow> rows(const std::vector<std::string>& state_keys, Systems systems) const;

 private:
  std::vector<double> sums_;  //!< [cell][amount]
};

}  // namespace fieldtwin
