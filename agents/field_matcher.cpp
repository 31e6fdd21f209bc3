#include "agents/field_matcher.hpp"

#include <cmath>

#include "agents/chance.hpp"
#include "agents/gallery_people.hpp"
#include "matcher/faces/modelled_faces.hpp"
#include "matcher/faces/photo_faces.hpp"
#include "matcher/score/score_matcher.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

std::uint16_t photos_each(const Gallery& gallery) {
  return static_cast<std::uint16_t>(std::lround(resolved(gallery.images_per_person).value()));
}

}  // namespace

std::unique_ptr<FaceSource> make_faces(const Scenario& scenario, const Draws& draws) {
  switch (scenario.matcher.fidelity) {
    case MatcherFidelity::kScore:
      break;
    case MatcherFidelity::kTemplate:
      return std::make_unique<ModelledFaces>(draws.across_replications());
    case MatcherFidelity::kImage:
      return make_photo_faces(photo_rules(scenario), draws.across_replications());
  }
  return nullptr;
}

std::shared_ptr<const Identifier> make_gallery(const Scenario& scenario,
                                               const Population& population, FaceSource* faces,
                                               const Draws& draws) {
  if (faces == nullptr) return nullptr;
  const auto people = static_cast<std::size_t>(resolved(scenario.gallery.people).value());
  const auto distance = static_cast<float>(resolved(scenario.matcher.distance).value());
  return gallery_of(gallery_people(population, people, draws.across_replications()),
                    photos_each(scenario.gallery), distance, *faces);
}

std::unique_ptr<const Matcher> make_matcher(const Scenario& scenario, const ProbeMix& mix,
                                            FaceSource* faces,
                                            std::shared_ptr<const Identifier> gallery) {
  if (faces != nullptr) {
    return std::make_unique<FaceMatcher>(*faces, std::move(gallery), scenario.matcher,
                                         photos_each(scenario.gallery));
  }
  return std::make_unique<ScoreMatcher>(
      find_anchor(scenario.tables.anchors, scenario.matcher.anchor), scenario.matcher,
      scenario.gallery, mix);
}

}  // namespace fieldtwin
