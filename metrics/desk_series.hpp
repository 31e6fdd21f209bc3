#pragma once
/// The ICE desk over the period, in bins of half an hour.

#include <cstdint>
#include <vector>

#include "metrics/journal.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

inline constexpr Seconds kDeskBin{1800.0};
inline constexpr std::size_t kDeskBinsPerDay = 48;

/// Integrals over one bin; divided by kDeskBin they are averages over time.
struct DeskBin {
  double agent_seconds = 0.0;    //!< agents on duty
  double busy_seconds = 0.0;     //!< agents on a call
  double waiting_seconds = 0.0;  //!< calls in the queue
  std::uint64_t calls = 0;       //!< about scans, begun in the bin
  double wait_seconds = 0.0;     //!< their waits, summed
  std::uint64_t other_calls = 0;
  double other_wait_seconds = 0.0;
  bool operator==(const DeskBin&) const = default;
};

/// Integrates the desk's state, which is constant between changes, exactly. What happens after the
/// period is left out.
class DeskSeries {
 public:
  explicit DeskSeries(Seconds period);

  /// From `time` on. Times never go back.
  void change(Seconds time, const DeskState& state);
  void call(Seconds began, Seconds waited, Journal::CallAbout about);

  /// The bins, with the last state held until the end of the period.
  std::vector<DeskBin> finish();

 private:
  void advance(double until);

  double period_;  //!< [s]
  double now_ = 0.0;
  DeskState state_{0, 0, 0};
  std::vector<DeskBin> bins_;
};

}  // namespace fieldtwin
