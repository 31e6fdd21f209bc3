#pragma once
/// Estimates over replications and the intervals that go with them.
///
/// All intervals have the confidence asked for, 95 % unless told. Which function fits which metric:
///
/// | what one replication gives           | example                          | function |
/// |--------------------------------------|----------------------------------|----------------------|
/// | one number                           | p95 of the wait, a paired change | mean_with_t_interval
/// | | how often something happened         | people wrongly held              | count_estimate |
/// | events, and what they are counted by | wrongful holds per 100,000 scans | rate_estimate | |
/// successes among trials               | FPIR, FNIR                       | proportion_estimate  |
/// | two amounts                          | busy hours per paid hour         | ratio_estimate |
/// | sums of probabilities                | expected wrongful holds          | score_estimate |
///
/// Sums run in the order of the replications, so the same study gives the same bits. A value that
/// is not finite, a negative or broken count, spans of different lengths, and a confidence outside
/// (0, 1) are bugs of the caller: std::invalid_argument.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace fieldtwin {

inline constexpr double kUsualConfidence = 0.95;

/// A closed interval.
struct Interval {
  double low;
  double high;
  bool operator==(const Interval&) const = default;
};

/// The smallest interval that holds both; the other one if there is none.
Interval hull(const std::optional<Interval>& a, const Interval& b);

/// What a study says about one metric. There is no interval where the data cannot give one: one
/// replication does not show how much replications differ.
struct Estimate {
  double mean;                       //!< the estimate, in the metric's unit
  std::optional<Interval> interval;  //!< its confidence interval, in the metric's unit
  std::size_t n;                     //!< number of replications
};

/// Fewer events than this in a whole study, and a t interval is no longer to be trusted: it is too
/// symmetric for the skewed distribution of a small count. At 60 Poisson events a 95 % interval
/// covers 94.5 %, at 20 it covers 93 %, at 5 it covers 87 %.
inline constexpr double kFewEvents = 60.0;

/// Exact two-sided interval for the mean of a Poisson variable of which `count` was seen.
/// Garwood (1936), "Fiducial limits for the Poisson distribution", Biometrika 28.
Interval poisson_interval(std::uint64_t count, double confidence = kUsualConfidence);

/// Exact two-sided interval for a probability, from `successes` in `trials` independent trials.
/// Clopper & Pearson (1934), Biometrika 26. Without a trial it is [0, 1].
Interval binomial_interval(std::uint64_t successes, std::uint64_t trials,
                           double confidence = kUsualConfidence);

/// The mean of a Poisson variable that is excluded when nothing was seen: -ln(1 - confidence), the
/// "rule of three" at 95 % (Hanley & Lippman-Hand 1983, JAMA 249). It is one-sided, because zero
/// leaves no doubt on the other side; the two-sided interval would say 3.69.
double poisson_bound_of_none(double confidence = kUsualConfidence);

/// Mean of one number a replication, with Student's t interval. No interval for one replication;
/// no replication is a bug of the caller. Equal values give an interval of no width, exactly, as
/// the null comparison must.
Estimate mean_with_t_interval(std::span<const double> replications,
                              double confidence = kUsualConfidence);

/// Mean number of events in a replication. The interval is
/// - nothing seen in n replications: [0, poisson_bound_of_none() / n];
/// - fewer than kFewEvents in all: the smallest interval holding both Student's t and the exact
///   Poisson interval, cut at 0. The exact one is right for events that come independently of each
///   other, as rare ones nearly do, and the t interval adds what the replications show of
///   clustering. It needs no second replication;
/// - otherwise Student's t, which assumes nothing about how events come, cut at 0.
/// For Poisson counts its coverage at 95 % is at least 93.5 %, and more than 95 % for a few events.
/// Few events that come in bunches, so that a whole study sees only a few bunches, are the one case
/// that no interval from these data can put right.
Estimate count_estimate(std::span<const double> counts, double confidence = kUsualConfidence);

/// Events per unit of something: `scale` times sum(events) / sum(exposures), as in "per 100,000
/// scans". The ratio of sums weighs each scan alike, where a mean of ratios would weigh each
/// replication alike and be biased. Its interval follows the rules of count_estimate, where the
/// t interval is that of the linearised residuals events - ratio * exposures (delta method; Cochran
/// 1977, Sampling Techniques, 6.4), and the Poisson interval is divided by sum(exposures).
/// No estimate if there was no exposure at all.
std::optional<Estimate> rate_estimate(std::span<const double> events,
                                      std::span<const double> exposures, double scale,
                                      double confidence = kUsualConfidence);

/// Share of trials that succeeded. As rate_estimate, but "few" is asked of the successes and of the
/// failures, the exact interval is the binomial one, and the interval is cut at 0 and 1. If all
/// trials ended alike, the interval is one-sided. No estimate if there was no trial at all.
std::optional<Estimate> proportion_estimate(std::span<const double> successes,
                                            std::span<const double> trials,
                                            double confidence = kUsualConfidence);

/// sum(amounts) / sum(bases) of any two amounts (hours, bytes), with the t interval of the delta
/// method and nothing else: the size of amounts that were never seen cannot be bounded, so amounts
/// that are all zero have no interval. No estimate if the bases sum to zero.
std::optional<Estimate> ratio_estimate(std::span<const double> amounts,
                                       std::span<const double> bases,
                                       double confidence = kUsualConfidence);

/// `scale` times sum(scores) / sum(exposures), where each unit of exposure (a scan) scores its
/// probability of an event instead of 0 or 1 (conditional Monte Carlo), so that scores are sums of
/// numbers between 0 and 1. The interval is
/// - all zero: [0, poisson_bound_of_none() / sum(exposures)]: nobody was met to whom it could
/// happen,
///   which says of the share of such people what seeing no event says of the event;
/// - otherwise the t interval of the linearised residuals, cut at 0. Where their variance is that
/// of
///   fewer than kFewEvents events of equal weight (their number is sum^2 / variance, their weight
///   variance / sum), it is widened to hold the Poisson interval of so many events of that weight,
///   which for weight 1 is the rule of rate_estimate.
/// No estimate if there was no exposure at all; no interval from one replication but for all zero.
std::optional<Estimate> score_estimate(std::span<const double> scores,
                                       std::span<const double> exposures, double scale,
                                       double confidence = kUsualConfidence);

/// How many times smaller the variance of the rate sum(scores) / sum(exposures) is than that of
/// sum(events) / sum(exposures): the ratio of the squared standard errors (delta method), events
/// above. Nothing where either is zero or there is one replication: nothing can be said then.
std::optional<double> variance_reduction(std::span<const double> events,
                                         std::span<const double> scores,
                                         std::span<const double> exposures);

}  // namespace fieldtwin
