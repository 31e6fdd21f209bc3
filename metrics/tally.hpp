#pragma once
/// Sums of amounts, broken down by categories.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "metrics/amounts.hpp"

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

  /// The places in the table that an event counts in.
  struct Cells {
    std::array<std::uint32_t, 16> cells{};
    std::uint32_t size = 0;
  };
  static Cells whole();
  static Cells of_state(std::uint16_t state);
  static Cells of_person(const EncounterRecord& record);
  static Cells of_hold(const EncounterRecord& record);  //!< there is one
  static Cells of_wait(const EncounterRecord& record);  //!< of a prolonged stop

  void add(Amount amount, const Cells& cells, double value = 1.0) {
    for (std::uint32_t i = 0; i < cells.size; ++i) {
      sums_[cells.cells[i] * kAmounts + index_of(amount)] += value;
    }
  }

  /// The sums of the whole, by amount.
  std::array<double, kAmounts> totals() const;

  /// The sums of all breakdowns that are not zero, of the amounts that have a breakdown, in
  /// tally_order. The keys of states are given by index.
  std::vector<TallyRow> rows(const std::vector<std::string>& state_keys) const;

 private:
  std::vector<double> sums_;  //!< [cell][amount]
};

}  // namespace fieldtwin
