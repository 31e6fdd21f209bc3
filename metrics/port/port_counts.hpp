#pragma once
/// Adds up what happens at ports in one replication.

#include <array>

#include "metrics/fingerprint.hpp"
#include "metrics/port/port_amounts.hpp"

namespace fieldtwin {

class PortCounts {
 public:
  /// `days`: of the period.
  explicit PortCounts(double days) : days_(days) {}

  void crossing(const CrossingRecord& record);
  void boarding(const BoardingRecord& record);

  /// Nobody was at a port: there is nothing to tell, and nothing that a fingerprint should show.
  bool empty() const { return crossings_ == 0; }

  /// The sums, by PortAmount; all zero where it is empty. Throws std::logic_error if some traveller
  /// has no end or more than one: the ends and the gaps must each add up to the travellers.
  std::array<double, kPortAmounts> finish() const;

  Fingerprint fingerprint() const;

 private:
  void add(PortAmount amount, double value = 1.0) { sums_[index_of(amount)] += value; }
  void count_photo(const CrossingRecord& record);
  void count_answer(const CrossingRecord& record);

  double days_;
  std::array<double, kPortAmounts> sums_{};
  std::uint64_t crossings_ = 0;
  std::uint64_t boardings_ = 0;
  Fingerprint hash_;  //!< a sum: the order does not matter
};

}  // namespace fieldtwin
