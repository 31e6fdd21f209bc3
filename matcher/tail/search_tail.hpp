#pragma once
/// False positives in galleries beyond those that were searched.

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "matcher/tail/generalised_pareto.hpp"
#include "sim/quantities.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// The best scores of non-mated searches, of one group and quality.
struct NonMatedSearches {
  double gallery;  //!< N, templates searched
  /// Of each person searched for: the highest scores in falling order; the same number of each.
  std::vector<std::vector<double>> best;
};

/// Why no false-positive rate is told.
enum class TailRefusal : std::uint8_t {
  kTooFar,      //!< the gallery asked about is more than kFurthest times as large
  kTooFew,      //!< fewer than kFewestExcesses scores beyond the level
  kTooHeavy,    //!< a shape of 0.5 or more: the fit is not valid there
  kBelowLevel,  //!< the threshold is among scores that the tail does not describe
};
/// A sentence for the reader.
std::string_view words_of(TailRefusal refusal);

/// A rate with the interval in which it lies with the probability that was asked for.
struct RateBounds {
  Probability rate;
  Probability low, high;
};

/// How the tail is fitted and its interval made.
struct TailOptions {
  std::size_t excesses = 400;   //!< scores beyond the level; fewer if fewer are known there
  std::size_t resamples = 400;  //!< of people, with replacement
  double confidence = 0.95;
};

/// The tail of non-mated scores: beyond a level, a share of comparisons with excesses that follow a
/// generalised Pareto law. What it says of a gallery of N is
///   FPIR(N) = 1 - (1 - FMR)^N,  FMR(t) = share beyond the level x survival(t - level).
///
/// Searches of a person share that person's face, so people are resampled, not scores (Baveja, Yuan
/// & Wein 2010 fit by person likewise). Where people differ much in how easily they are taken for
/// others, FPIR(N) from the pooled FMR is an upper bound: 1 - (1 - p)^N is concave in p.
class SearchTail {
 public:
  /// No further than so many times the gallery that was searched: beyond it the interval is wider
  /// than what it says.
  static constexpr double kFurthest = 100.0;
  static constexpr std::size_t kFewestExcesses = 50;

  /// Throws std::invalid_argument if there are no searches, or they have different numbers of
  /// scores.
  SearchTail(NonMatedSearches searches, const TailOptions& options = {});

  /// The rate of false positives when a gallery of that size is searched with the threshold. The
  /// interval is that of the rate if `searches` is 0, otherwise that in which the share among so
  /// many new searches will be seen. `draws` chooses the resamples (Decision::kTailBootstrap).
  std::variant<RateBounds, TailRefusal> false_positives(double gallery, double threshold,
                                                        const Draws& draws,
                                                        std::size_t searches = 0) const;

  double level() const { return level_; }

 private:
  struct Fit {
    double share;  //!< of comparisons beyond the level
    GeneralisedPareto law;
    double false_positives(double gallery, double excess) const;
  };
  /// Of those people, each as often as it is named.
  std::variant<Fit, TailRefusal> fit(const std::vector<std::size_t>& people) const;

  NonMatedSearches searches_;
  TailOptions options_;
  double level_;
};

}  // namespace fieldtwin
