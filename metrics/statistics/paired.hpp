#pragma once
/// How much one scenario differs from another, estimated from replications that come in pairs.
///
/// Replication i of both scenarios has the same seed and number, so the same draws (common random
/// numbers; Law 2015, Simulation Modeling and Analysis, 11.2): luck that strikes both alike leaves
/// their difference. Every interval here is therefore one of differences within pairs, never of two
/// separate intervals. Errors and the order of sums are those of interval.hpp; the two sides have
/// the same number of replications.

#include <optional>
#include <span>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// What is known about two scenarios before anything is counted.
enum class Worlds {
  kSame,       //!< one scenario twice: no difference is a certainty
  kDifferent,  //!< no difference seen may be for want of events
};

/// How much the difference of two systems varies from one pair of replications to the next.
struct PairVariance {
  double variance;            //!< of the difference in one pair
  double degrees_of_freedom;  //!< of its estimate
  bool operator==(const PairVariance&) const = default;
};

/// Numerators and denominators by replication.
struct RatioSeries {
  std::span<const double> above;
  std::span<const double> below;
};

/// Mean of alternative - base of one number a replication, with Student's t interval of the paired
/// differences. Equal in all pairs: 0, and [0, 0] if there are at least two.
Estimate paired_difference(std::span<const double> base, std::span<const double> alternative,
                           double confidence = kUsualConfidence);

/// Mean difference in the number of events, as paired_difference; but while fewer than kFewEvents
/// events were gained or lost, the interval also holds
///   d - sqrt((g - g_low)^2 + (l_high - l)^2)  to  d + sqrt((g_high - g)^2 + (l - l_low)^2),
/// d = g - l, where g events were gained in some pairs, l lost in others, each with its exact
/// Poisson interval (Zou & Donner 2008, Statistics in Medicine 27: MOVER). Where nothing changed:
/// - in the same world, or among kFewEvents events or more: [0, 0];
/// - among fewer events of different worlds: plus and minus poisson_bound_of_none, since a
///   difference of rare events may not have shown yet.
Estimate paired_count_difference(std::span<const double> base, std::span<const double> alternative,
                                 Worlds worlds, double confidence = kUsualConfidence);

/// Difference of two ratios of sums, R = sum(above) / sum(below), with the t interval of
///   d_i = n (a_i' - R' b_i') / sum(b') - n (a_i - R b_i) / sum(b),
/// the difference of the linearised residuals of both sides in pair i (delta method; Cochran 1977,
/// Sampling Techniques, 6.4 and 6.11). Nothing if either denominator sums to zero. Ratios of
/// amounts that occurred nowhere have no interval if the worlds differ.
std::optional<Estimate> paired_ratio_difference(const RatioSeries& base,
                                                const RatioSeries& alternative, Worlds worlds,
                                                double confidence = kUsualConfidence);

/// `scale` times the difference of two rates of events: paired_ratio_difference, with the rules for
/// few changes of paired_count_difference. There, the events gained and lost are divided by the
/// alternative's exposure, and what a changed exposure does to the base's rate is taken as known.
std::optional<Estimate> paired_rate_difference(const RatioSeries& base,
                                               const RatioSeries& alternative, double scale,
                                               Worlds worlds, double confidence = kUsualConfidence);

/// The variances behind the t intervals above. While few events changed (as above), that of events
/// is at least what the exact upper limit of their number would give: differences that were rare so
/// far must not pass for none. std::invalid_argument unless there are two pairs.
PairVariance paired_variance(std::span<const double> base, std::span<const double> alternative);
PairVariance paired_count_variance(std::span<const double> base,
                                   std::span<const double> alternative, Worlds worlds);
/// Of ratios; nothing if either denominator sums to zero.
std::optional<PairVariance> paired_ratio_variance(const RatioSeries& base,
                                                  const RatioSeries& alternative);
std::optional<PairVariance> paired_rate_variance(const RatioSeries& base,
                                                 const RatioSeries& alternative, double scale,
                                                 Worlds worlds);

/// Whether an interval tells the difference from zero.
bool is_real(const std::optional<Estimate>& difference);

}  // namespace fieldtwin
