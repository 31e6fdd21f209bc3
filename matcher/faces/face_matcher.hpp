#pragma once
/// A matcher that compares faces: real templates, searched for in a real gallery.

#include <map>
#include <memory>
#include <tuple>
#include <vector>

#include "matcher/faces/face_source.hpp"
#include "matcher/interface/identifier.hpp"
#include "matcher/matcher.hpp"
#include "scenarios/scenario.hpp"

namespace fieldtwin {

/// The gallery that all searches have in common: the same people for every replication of a seed.
/// Whoever gives no template is missing in it, as in any gallery.
std::shared_ptr<const Identifier> gallery_of(const std::vector<FacePerson>& people,
                                             std::uint16_t photos_each, float threshold,
                                             FaceSource& faces);

/// Compares a probe with the person's own entry, if they are enrolled, and with everybody else's in
/// the gallery. The nearest within the threshold is returned: exact, by L2 distance.
///
/// Score: one less the distance. `false_match_scale` and `miss_scale` below 1 take errors away: a
/// stranger is returned, or an own entry beyond the threshold stays missed, with that probability.
///
/// There are no families among synthetic faces: whether an enrolled twin or relative is called a
/// match is drawn, as `twin_match` and `relative_match` say; they are returned where the own entry
/// is not, before any stranger.
class FaceMatcher final : public Matcher {
 public:
  /// `faces` must outlive it. Parameters must be resolved.
  FaceMatcher(FaceSource& faces, std::shared_ptr<const Identifier> gallery,
              const MatcherParameters& parameters, std::uint16_t photos_each);

  Identification identify(const Probe& probe, std::uint64_t encounter,
                          const Draws& draws) const override;
  IdentificationProbabilities probabilities(const Probe& probe, std::uint64_t encounter,
                                            const Draws& draws) const override;
  std::optional<Probability> quality_of(const Probe& probe, std::uint64_t encounter,
                                        const Draws& draws) const override;
  std::optional<bool> same_stranger(const Probe& first, const Probe& second,
                                    std::uint64_t encounter, const Draws& draws) const override;

  float threshold() const { return gallery_->threshold(); }  //!< L2

 private:
  /// What the faces in the gallery are to one picture.
  struct Comparison {
    std::optional<float> own;  //!< distance to the person's own entry, if they are enrolled
    std::optional<CandidateEntry> stranger;  //!< the nearest within the threshold
  };
  const Comparison& compare(const Probe& probe, std::uint64_t encounter, const Draws& draws) const;
  bool finds_own(const Probe& probe, const Comparison& faces) const;

  FaceSource& faces_;
  std::shared_ptr<const Identifier> gallery_;
  std::uint16_t photos_each_;
  double strangers_;  //!< probability that one who is near enough is returned
  double misses_;     //!< probability that an own entry that is not stays missed
  std::array<double, 2> kin_;  //!< by Kin after kNone: probability that they match
  /// By replication, encounter, person, whether they are enrolled, and picture: a search is made
  /// once. Somebody may ask what if they were, or were not.
  using Key = std::tuple<std::uint32_t, std::uint64_t, std::uint64_t, Enrolment, std::uint16_t>;
  mutable std::map<Key, Comparison> compared_;
};

}  // namespace fieldtwin
