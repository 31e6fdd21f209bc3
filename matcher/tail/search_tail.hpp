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
  /// Of each score the entry that has it, by any number; empty if every score has one of its own.
  std::vector<std::vector<std::uint64_t>> entries{};
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
  std::size_t resamples = 400;  //!< of people and of entries
  double confidence = 0.95;
};

/// The tail of non-mated scores: beyond a level, a share of comparisons with excesses that follow a
/// generalised Pareto law. What it says of a gallery of N is
///   FPIR(N) = 1 - (1 - FMR)^N,  FMR(t) = share beyond the level x survival(t - level).
///
/// Searches of a person share that person's face, so people are resampled, not scores (Baveja, Yuan
/// & Wein 2010 fit by person likewise). Scores of an entry share the enrolled face: where a group is
/// taken for few entries of the gallery alone, which these are matters as much. So entries are
/// resampled too, and as both resamplings hold the chance of single scores, that is taken off once:
/// the variance is V(people) + V(entries) - V(scores) (Cameron, Gelbach & Miller, "Robust inference
/// with multiway clustering", J. Business & Economic Statistics 29 (2011) 238-249). Where people differ much in how easily they are taken for
/// others, FPIR(N) from the pooled FMR is an upper bound: 1 - (1 - p)^N is concave in p.
class SearchTail {
 public:
  /// No further than so many times the gallery that was searched: beyond it the interval is wider
  /// than what it says.
  static constexpr double kFurthest = 100.0;
  static constexpr std::size_t kFewestExcesses = 50;

  /// Throws std::invalid_argument if there are no searches, or they have different numbers of
  /// scores, or not as many entries.
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
    double fmr(double excess) const { return share * law.survival(excess); }
  };
  struct Excess {
    double beyond;  //!< the level
    std::size_t person;
    std::size_t entry;  //!< from 0 on, in any order
  };
  /// With each excess counted `times`(its number) times.
  template <class Times>
  std::variant<Fit, TailRefusal> fit(const Times& times) const;
  enum class Resampled : std::uint16_t { kEntries = 1, kScores = 2 };
  /// FMR of each resample, relative to `whole`; as many as allow a fit.
  std::vector<double> relative_fmr(Resampled what, double whole, double excess,
                                   const Draws& draws) const;
  /// What a resample is multiplied with for the entries that might have been others.
  std::vector<double> factors_of_entries(double whole, double excess, const Draws& draws) const;

  double gallery_;
  std::size_t people_;
  TailOptions options_;
  double level_;
  std::vector<Excess> excesses_;  //!< rising
  std::size_t entries_ = 0;       //!< that have an excess
};

}  // namespace fieldtwin
