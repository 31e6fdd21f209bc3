#pragma once
/// The matcher that a field's searches meet, by matcher.fidelity.

#include <memory>

#include "agents/population.hpp"
#include "matcher/faces/face_matcher.hpp"
#include "matcher/score/probe_mix.hpp"

namespace fieldtwin {

/// Where the faces of a scenario come from; null where none are compared. Throws ModelsMissing if
/// they are to be rendered and cannot be. `draws`: any of the seed's.
std::unique_ptr<FaceSource> make_faces(const Scenario& scenario, const Draws& draws);

/// The gallery of a scenario whose faces are compared; null otherwise.
std::shared_ptr<const Identifier> make_gallery(const Scenario& scenario,
                                               const Population& population, FaceSource* faces,
                                               const Draws& draws);

/// `mix`: who is searched for, for scores. `faces` and `gallery` are null for these.
std::unique_ptr<const Matcher> make_matcher(const Scenario& scenario, const ProbeMix& mix,
                                            FaceSource* faces,
                                            std::shared_ptr<const Identifier> gallery);

/// Stands for a matcher that may be replaced by another in the middle of the period.
class FieldMatcher final : public Matcher {
 public:
  explicit FieldMatcher(std::unique_ptr<const Matcher> matcher) : matcher_(std::move(matcher)) {}
  void replace(std::unique_ptr<const Matcher> matcher) { matcher_ = std::move(matcher); }

  Identification identify(const Probe& probe, std::uint64_t encounter,
                          const Draws& draws) const override {
    return matcher_->identify(probe, encounter, draws);
  }
  IdentificationProbabilities probabilities(const Probe& probe, std::uint64_t encounter,
                                            const Draws& draws) const override {
    return matcher_->probabilities(probe, encounter, draws);
  }
  std::optional<Probability> quality_of(const Probe& probe, std::uint64_t encounter,
                                        const Draws& draws) const override {
    return matcher_->quality_of(probe, encounter, draws);
  }
  std::optional<bool> same_stranger(const Probe& first, const Probe& second,
                                    std::uint64_t encounter, const Draws& draws) const override {
    return matcher_->same_stranger(first, second, encounter, draws);
  }

 private:
  std::unique_ptr<const Matcher> matcher_;
};

}  // namespace fieldtwin
