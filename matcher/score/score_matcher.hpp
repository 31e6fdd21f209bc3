#pragma once
/// The matcher as calibrated score distributions: galleries of any size at no cost in memory.

#include <array>
#include <string_view>
#include <vector>

#include "matcher/matcher.hpp"
#include "matcher/score/impostor_law.hpp"
#include "matcher/score/probe_mix.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// Draws scores instead of comparing faces. Non-mated scores: see non_mated_tail.hpp. The mated
/// score is M = x_max - Exponential(rate b), so that the miss rate at a threshold tau is
///
///     FNIR(tau) = min(1, FNIR0 exp(b (tau - tau0))),
///
/// with FNIR0 and tau0 those of the published anchor. Since a threshold that keeps FPIR rises by
/// ln(N/N0), FNIR grows as (N/N0)^b at constant FPIR, which is how NIST's FRTE 1:N figures at
/// several N relate; b is the anchor's exponent. Capture quality q multiplies FNIR by
/// quality_factor^(1 - 2q), a shift of x_max; q = 0.5 is the anchor's.
///
/// An enrolled twin or relative scores by the same law, with the highest score so much lower that
/// the miss rate at the threshold is 1 - twin_match or 1 - relative_match, and never higher than
/// the person's own entry can. `false_match_scale` and `miss_scale` multiply the two error rates at
/// the threshold, which stays where it is; 0 makes them nil.
///
/// With equalised thresholds (GroupThresholds) each group's is higher by the logarithm of its
/// false-match factor, so that one comparison is false equally often in all groups, and as often as
/// in all of them together; the higher a group's threshold, the more of its own entries it misses.
///
/// The best candidate wins: a mated search is lost to an impostor who scores above the person's own
/// entry. A mated search compares with N impostors though the person's own entry is one of the N:
/// a relative difference of 1/N in the false positives. Several images of a person add false
/// matches (effective_people) but do not help find their own entry: the anchors enrol one. Beyond N
/// = 12 million this extrapolates: no public test goes further.
class ScoreMatcher final : public Matcher {
 public:
  /// Throws std::invalid_argument if the anchor's exponent is not positive (FNIR would then not
  /// depend on the threshold) or the mix is empty; parameters must be resolved.
  ScoreMatcher(const MatcherAnchor& anchor, const MatcherParameters& parameters,
               const Gallery& gallery, const ProbeMix& mix);

  Identification identify(const Probe& probe, std::uint64_t encounter,
                          const Draws& draws) const override;

  /// Exact, but for the terms that impostor_law.hpp leaves out.
  IdentificationProbabilities probabilities(const Probe& probe) const;
  /// The same for every encounter.
  IdentificationProbabilities probabilities(const Probe& probe, std::uint64_t,
                                            const Draws&) const override {
    return probabilities(probe);
  }

  /// Probability that a search for somebody who is not enrolled returns somebody.
  Probability fpir(Ethnicity ethnicity, Sex sex) const;

  /// Probability that a mated search's own entry stays below the threshold: with one threshold, or
  /// a group's.
  Probability fnir(Probability quality) const;
  Probability fnir(Probability quality, Ethnicity ethnicity, Sex sex) const;

  double threshold() const { return threshold_; }      //!< score [nat]; on average over groups
  double effective_people() const { return people_; }  //!< independent impostors in the gallery

 private:
  /// The highest score that the person's own entry can reach.
  double highest_mated(Probability quality) const;
  /// The score of an enrolled twin or relative of the person in the photo.
  double kin_score(const Probe& probe, double v) const;

  double people_;
  double threshold_;
  double rate_;           //!< b, of the exponential fall of mated scores below the highest [1/nat]
  double highest_;        //!< x_max at the middle quality [nat]
  double quality_shift_;  //!< how far the worst quality lowers x_max [nat]
  ByGroup factor_;        //!< false-match factors
  ByGroup thresholds_;    //!< of each group
  ByGroup fpir_;          //!< at the threshold
  std::vector<ImpostorLaw> impostors_;  //!< [ethnicity][sex]
  bool misses_ = true;  //!< false: the person's own entry always reaches the threshold
  Probability fnir_at(double threshold, Probability quality) const;

  /// By Kin after kNone: how far above the one threshold the highest score of their entry lies
  /// [nat].
  std::array<double, 2> kin_above_;
};

/// The anchor of that name. Throws std::invalid_argument, naming those there are, if there is none.
const MatcherAnchor& find_anchor(const std::vector<MatcherAnchor>& anchors, std::string_view name);

}  // namespace fieldtwin
