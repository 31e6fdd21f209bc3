#include "matcher/score/score_matcher.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "matcher/score/non_mated_tail.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

ByGroup factors_of(const MatcherParameters& parameters, const ProbeMix& mix) {
  std::array<Count, kEthnicities> ethnicity{};
  std::transform(parameters.ethnicity_factor.begin(), parameters.ethnicity_factor.end(),
                 ethnicity.begin(), resolved<Count>);
  return false_match_factors(resolved(parameters.female_factor), ethnicity, mix);
}

/// How far the highest score lies above the threshold if scores fall below it exponentially and a
/// share `match` reaches it: -inf for none, +inf for all.
double above_threshold(Probability match, double rate) {
  if (match.value() <= 0.0) return -std::numeric_limits<double>::infinity();
  return -std::log1p(-match.value()) / rate;
}

}  // namespace

ScoreMatcher::ScoreMatcher(const MatcherAnchor& anchor, const MatcherParameters& parameters,
                           const Gallery& gallery, const ProbeMix& mix)
    : people_(fieldtwin::effective_people(resolved(gallery.people),
                                          resolved(gallery.images_per_person),
                                          resolved(gallery.image_correlation))),
      threshold_(threshold_for(
          resolved(parameters.fpir),
          parameters.threshold == ThresholdPolicy::kFrozen ? anchor.people : people_)),
      rate_(anchor.exponent),
      factor_(factors_of(parameters, mix)) {
  if (!(rate_ > 0.0)) {
    throw std::invalid_argument("matcher anchor " + anchor.name +
                                ": the exponent is not positive (missed matches would not depend "
                                "on the threshold)");
  }
  const double anchor_threshold = threshold_for(anchor.fpir, anchor.people);
  highest_ = anchor_threshold - std::log(anchor.fnir.value()) / rate_;
  const double miss_scale = resolved(parameters.miss_scale).value();
  misses_ = miss_scale > 0.0;
  if (misses_) highest_ -= std::log(miss_scale) / rate_;
  kin_above_ = {above_threshold(resolved(parameters.twin_match), rate_),
                above_threshold(resolved(parameters.relative_match), rate_)};
  quality_shift_ = std::log(resolved(parameters.quality_factor).value()) / rate_;
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    for (std::size_t s = 0; s < fpir_[e].size(); ++s) {
      const bool raised =
          parameters.group_thresholds == GroupThresholds::kEqualised && factor_[e][s] > 0.0;
      const double threshold = threshold_ + (raised ? std::log(factor_[e][s]) : 0.0);
      thresholds_[e][s] = threshold;
      fpir_[e][s] =
          std::min(1.0, resolved(parameters.false_match_scale).value() *
                            false_positive_rate(threshold, people_, factor_[e][s]).value());
      impostors_.emplace_back(people_, factor_[e][s], threshold, rate_, fpir_[e][s]);
    }
  }
}

Identification ScoreMatcher::identify(const Probe& probe, std::uint64_t encounter,
                                      const Draws& draws) const {
  const std::size_t e = index_of(probe.ethnicity);
  const std::size_t s = index_of(probe.sex);
  const double threshold = thresholds_[e][s];
  double own = -std::numeric_limits<double>::infinity();
  if (probe.enrolment == Enrolment::kEnrolled) {
    const double v = draws.uniform(Decision::kMatedScore, encounter);
    own = highest_mated(probe.quality) + std::log(v) / rate_;
    if (!misses_) own = std::max(own, threshold);
  }
  double kin = -std::numeric_limits<double>::infinity();
  if (probe.kin != Kin::kNone) {
    kin = kin_score(probe, draws.uniform(Decision::kKinScore, encounter));
  }
  // The score of the best impostor matters only above the threshold, which is rare: the uniform
  // number alone tells, and the logarithms of the inversion are saved.
  const double u = draws.uniform(Decision::kNonMatedScore, encounter);
  if (u < fpir_[e][s]) {
    const double impostor = std::max(threshold, best_impostor_score(u, people_, factor_[e][s]));
    if (impostor > own && impostor > kin) return {Candidate{Candidate::Whose::kOther, impostor}};
  }
  if (kin >= threshold && kin > own) return {Candidate{Candidate::Whose::kKin, kin}};
  if (own >= threshold) return {Candidate{Candidate::Whose::kOwn, own}};
  return {};
}

IdentificationProbabilities ScoreMatcher::probabilities(const Probe& probe) const {
  const std::size_t e = index_of(probe.ethnicity), s = index_of(probe.sex);
  const ImpostorLaw& impostors = impostors_[e * 2 + s];
  const double fpir = fpir_[e][s];
  const bool enrolled = probe.enrolment == Enrolment::kEnrolled;
  const double highest = highest_mated(probe.quality) - thresholds_[e][s];
  const Rival own = enrolled ? Rival::at(highest, rate_) : Rival{};
  Rival kin;
  if (probe.kin != Kin::kNone) {
    const double above = threshold_ - thresholds_[e][s] + kin_above_[index_of(probe.kin) - 1];
    kin = Rival::at(std::min(highest, above), rate_);
  }
  // Without misses an entry that falls below the threshold is put on it, and beats what is there.
  const double own_missed = enrolled && !misses_ ? 0.0 : own.below;

  IdentificationProbabilities found;
  found.nobody = own_missed * kin.below * (1.0 - fpir);
  found.other = impostors.beats(own, kin) + (fpir - impostors.above()) * own_missed * kin.below;
  if (kin.below < 1.0) {
    // The share of kin's scores above the threshold and the person's own, less where an impostor
    // scores higher still.
    const double above = impostors.above();
    const double square = kin.below * kin.below;
    found.kin = enrolled ? own.below / kin.below * 0.5 *
                               (1.0 - square - (impostors.beats(kin, kin) - above * square))
                         : 1.0 - kin.below - (impostors.beats(Rival{}, kin) - above * kin.below);
  }
  if (enrolled) found.own = std::max(0.0, 1.0 - found.nobody - found.other - found.kin);
  return found;
}

Probability ScoreMatcher::fpir(Ethnicity ethnicity, Sex sex) const {
  return Probability(fpir_[index_of(ethnicity)][index_of(sex)]);
}

Probability ScoreMatcher::fnir(Probability quality) const {
  return fnir_at(threshold_, quality);
}

Probability ScoreMatcher::fnir(Probability quality, Ethnicity ethnicity, Sex sex) const {
  return fnir_at(thresholds_[index_of(ethnicity)][index_of(sex)], quality);
}

Probability ScoreMatcher::fnir_at(double threshold, Probability quality) const {
  if (!misses_) return Probability(0.0);
  return Probability(std::min(1.0, std::exp(rate_ * (threshold - highest_mated(quality)))));
}

double ScoreMatcher::kin_score(const Probe& probe, double v) const {
  const double highest =
      std::min(threshold_ + kin_above_[index_of(probe.kin) - 1], highest_mated(probe.quality));
  return highest + std::log(v) / rate_;
}

double ScoreMatcher::highest_mated(Probability quality) const {
  return highest_ - quality_shift_ * (1.0 - 2.0 * quality.value());
}

const MatcherAnchor& find_anchor(const std::vector<MatcherAnchor>& anchors, std::string_view name) {
  const auto found = std::find_if(anchors.begin(), anchors.end(),
                                  [&](const MatcherAnchor& a) { return a.name == name; });
  if (found != anchors.end()) return *found;
  std::string names;
  for (const MatcherAnchor& anchor : anchors) names += (names.empty() ? "" : ", ") + anchor.name;
  throw std::invalid_argument("matcher.anchor: there is no anchor named \"" + std::string(name) +
                              "\" in the table of anchors (it has: " + names + ")");
}

}  // namespace fieldtwin
