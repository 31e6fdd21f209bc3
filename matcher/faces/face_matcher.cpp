#include "matcher/faces/face_matcher.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

float distance_between(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    sum += difference * difference;
  }
  return static_cast<float>(std::sqrt(sum));
}

FacePerson face_of(const Probe& probe) {
  return {probe.person, probe.ethnicity, probe.sex, probe.age};
}

}  // namespace

std::shared_ptr<const Identifier> gallery_of(const std::vector<FacePerson>& people,
                                             std::uint16_t photos_each, float threshold,
                                             FaceSource& faces) {
  auto gallery = std::make_shared<Identifier>(faces.dimension(), threshold);
  for (const FacePerson& person : people) {
    for (std::uint16_t photo = 0; photo < photos_each; ++photo) {
      const SeenFace face = faces.enrolled(person, photo);
      if (face.is_found()) gallery->enroll(person.id, face.values);
    }
  }
  if (gallery->size() > 0) gallery->finalize();
  return gallery;
}

FaceMatcher::FaceMatcher(FaceSource& faces, std::shared_ptr<const Identifier> gallery,
                         const MatcherParameters& parameters, std::uint16_t photos_each)
    : faces_(faces),
      gallery_(std::move(gallery)),
      photos_each_(photos_each),
      strangers_(resolved(parameters.false_match_scale).value()),
      misses_(resolved(parameters.miss_scale).value()),
      kin_{resolved(parameters.twin_match).value(), resolved(parameters.relative_match).value()} {}

const FaceMatcher::Comparison& FaceMatcher::compare(const Probe& probe, std::uint64_t encounter,
                                                    const Draws& draws) const {
  const auto [place, is_new] = compared_.try_emplace(
      Key{draws.replication(), encounter, probe.person, probe.enrolment, probe.picture});
  Comparison& out = place->second;
  if (!is_new) return out;
  const FacePerson person = face_of(probe);
  const SeenFace seen =
      faces_.captured(person, {encounter, probe.picture}, probe.quality, draws);
  if (!seen.is_found()) return out;
  const std::uint16_t own_photos = probe.enrolment == Enrolment::kEnrolled ? photos_each_ : 0;
  for (std::uint16_t photo = 0; photo < own_photos; ++photo) {
    const SeenFace own = faces_.enrolled(person, photo);
    if (!own.is_found()) continue;
    const float distance = distance_between(seen.values, own.values);
    if (!out.own || distance < *out.own) out.own = distance;
  }
  if (gallery_->size() == 0) return out;
  for (const CandidateEntry& entry : gallery_->identify(seen.values, 2).candidates) {
    if (entry.person == probe.person || !entry.near_enough) continue;
    out.stranger = entry;
    break;
  }
  return out;
}

bool FaceMatcher::finds_own(const Probe& probe, const Comparison& faces) const {
  if (probe.enrolment != Enrolment::kEnrolled || !faces.own || *faces.own > threshold()) {
    return false;
  }
  return !faces.stranger || *faces.own <= faces.stranger->distance;
}

Identification FaceMatcher::identify(const Probe& probe, std::uint64_t encounter,
                                     const Draws& draws) const {
  const Comparison& faces = compare(probe, encounter, draws);
  const bool stranger =
      faces.stranger && draws.uniform(Decision::kNonMatedScore, encounter) < strangers_;
  const auto own = [&](double score) {
    return Identification{Candidate{Candidate::Whose::kOwn, score, probe.person}};
  };
  const bool near = faces.own && *faces.own <= threshold();
  if (probe.enrolment == Enrolment::kEnrolled) {
    if (near && (!stranger || *faces.own <= faces.stranger->distance)) return own(1.0 - *faces.own);
    if (!near && draws.uniform(Decision::kMatedScore, encounter) >= misses_) {
      return own(1.0 - threshold());
    }
  }
  if (probe.kin != Kin::kNone &&
      draws.uniform(Decision::kKinScore, encounter) < kin_[index_of(probe.kin) - 1]) {
    return {Candidate{Candidate::Whose::kKin, 1.0 - threshold()}};
  }
  if (stranger) {
    return {Candidate{Candidate::Whose::kOther, faces.stranger->score(), faces.stranger->person}};
  }
  return {};
}

IdentificationProbabilities FaceMatcher::probabilities(const Probe& probe, std::uint64_t encounter,
                                                       const Draws& draws) const {
  const Comparison& faces = compare(probe, encounter, draws);
  const double stranger = faces.stranger ? strangers_ : 0.0;
  const double kin = probe.kin == Kin::kNone ? 0.0 : kin_[index_of(probe.kin) - 1];
  IdentificationProbabilities found;
  if (probe.enrolment == Enrolment::kEnrolled) {
    const bool near = faces.own && *faces.own <= threshold();
    found.own = !near                    ? 1.0 - misses_
                : finds_own(probe, faces) ? 1.0
                                          : 1.0 - stranger;  // beaten only by a stranger
    if (near && !finds_own(probe, faces)) {
      found.kin = stranger * kin;
      found.other = stranger * (1.0 - kin);
      found.nobody = 0.0;
      return found;
    }
  }
  const double left = 1.0 - found.own;
  found.kin = left * kin;
  found.other = left * (1.0 - kin) * stranger;
  found.nobody = left - found.kin - found.other;
  return found;
}

std::optional<Probability> FaceMatcher::quality_of(const Probe& probe, std::uint64_t encounter,
                                                   const Draws& draws) const {
  const SeenFace seen =
      faces_.captured(face_of(probe), {encounter, probe.picture}, probe.quality, draws);
  if (!seen.is_found()) return std::nullopt;
  return seen.quality;
}

std::optional<bool> FaceMatcher::same_stranger(const Probe& first, const Probe& second,
                                               std::uint64_t encounter, const Draws& draws) const {
  const auto& one = compare(first, encounter, draws).stranger;
  const auto& other = compare(second, encounter, draws).stranger;
  return one && other && one->person == other->person;
}

}  // namespace fieldtwin
