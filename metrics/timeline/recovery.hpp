#pragma once
/// How long after a fault's end things are as ever again.

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// One quantity over the bins around a fault, in one world: per replication the numerators and, of
/// a quotient, the denominators. [bin][replication]; an empty denominator stands for 1.
struct Course {
  std::vector<std::vector<double>> above;
  std::vector<std::vector<double>> below;
};

/// The mean course of some replications, as places (a resample names some twice): the quotient of
/// the sums; nothing for a bin without a denominator.
std::vector<std::optional<double>> mean_course(const Course& course,
                                               std::span<const std::size_t> replications);

/// How far from the mean course a bin may be and still be ordinary: twice the standard deviation
/// of the single replications' values in that bin of the world without the fault, at least 5 % of
/// their mean over all bins.
std::vector<double> normal_band(const Course& without);

/// The time from the fault's end to the beginning of the first bin that begins no earlier, from
/// which the mean course is within the normal band of the mean course without the fault, for that
/// bin and the three after it (an hour), or up to the last. A bin in which nothing can be said
/// counts as ordinary. Nothing if that does not come.
struct RecoveryWindow {
  std::vector<double> begins;  //!< of each bin [s]
  double fault_ends;           //!< [s]
};
std::optional<double> recovery_of(const std::vector<std::optional<double>>& as_it_is,
                                  const std::vector<std::optional<double>>& without,
                                  const std::vector<double>& band, const RecoveryWindow& window);

/// The recovery time of a study, with the percentile interval of 200 bootstrap resamples of its
/// replications (Efron 1979; the two worlds of a replication stay together). An interval's end is
/// infinite where more of the resamples than it leaves out do not recover.
struct Recovery {
  std::optional<double> seconds;  //!< nothing: not within what was watched
  std::optional<Interval> interval;
};
Recovery recovery_with_interval(const Course& as_it_is, const Course& without,
                                const RecoveryWindow& window, std::size_t replications);

}  // namespace fieldtwin
