#include "agents/encounter/capture.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {
namespace {

/// What the camera is pointed at.
struct Scene {
  bool hopeless;         //!< no photo can be used whatever is tried
  bool picture_held_up;  //!< that the check will see
};

/// Tries until the app has a usable photo that is good enough, or the officer gives up. It is the
/// accepted_picture of the shot.
Task<std::optional<Picture>> take(System& system, const Stop& stop, const Subject& subject,
                                  Shot shot, Scene& scene, EncounterLog& log) {
  const Capture& parameters = system.scenario.capture;
  const Draws& draws = system.draws;
  const std::uint64_t id = stop.id.value;
  const std::uint16_t attempts = whole(parameters.attempts);
  const auto first = static_cast<std::uint16_t>(shot == Shot::kSecond ? attempts : 0);
  const Taking taking{system.scenario, system.matcher, draws, id};
  std::uint16_t usable = 0;
  for (std::uint16_t i = 0; i < attempts; ++i) {
    const auto attempt = static_cast<std::uint16_t>(first + i);
    co_await system.calendar.sleep(
        value_of(draws, parameters.duration, Decision::kCaptureTime, id, attempt));
    if (scene.hopeless || !chance(draws, parameters.usable, Decision::kCaptureUsable, id, attempt)) {
      log.step(StepKind::kCaptureFailed);
    } else if (scene.picture_held_up) {
      scene.picture_held_up = false;
      log.step(StepKind::kSpoofSeen);
    } else {
      const auto picture = picture_of(taking, subject, shot, usable++);
      if (!picture) {
        log.step(StepKind::kCaptureFailed);
        continue;
      }
      if (!is_too_poor(system.scenario.safeguards, picture->quality)) {
        log.step(shot == Shot::kFirst ? StepKind::kCaptured : StepKind::kSecondPhoto,
                 picture->quality.value());
        co_return picture;
      }
      log.step(StepKind::kTooPoor, picture->quality.value());
    }
  }
  co_return std::nullopt;
}

}  // namespace

Task<std::optional<Photo>> capture(System& system, const Stop& stop, EncounterLog& log) {
  const Scenario& scenario = system.scenario;
  const Draws& draws = system.draws;
  const std::uint64_t id = stop.id.value;
  // A picture that the check sees costs the attempt in which it would have passed as a face.
  Scene scene{chance(draws, scenario.capture.impossible, Decision::kCapturePossible, id),
              spoof_of(scenario.capture, draws, id) == Spoof::kSeen};

  const Subject subject =
      subject_of(scenario.capture, system.population, stop.person, draws, id);
  const std::optional<Picture> first =
      co_await take(system, stop, subject, Shot::kFirst, scene, log);
  if (!first) co_return std::nullopt;
  std::optional<Picture> second;
  if (scenario.safeguards.two_photos.rule == SecondPhoto::kMustAgree) {
    second = co_await take(system, stop, subject, Shot::kSecond, scene, log);
    if (!second) co_return std::nullopt;
  }
  Photo photo = photo_of({scenario, system.matcher, draws, id}, subject, *first, second);
  if (stop.photo_size) photo.size = *stop.photo_size * (photo.second ? 2.0 : 1.0);
  log.record().safeguards.photos = photo.second ? 2 : 1;
  log.record().evidence.face = photo.subject.face;
  if (photo.subject.face != FaceShown::kPerson) {
    log.step(StepKind::kOtherFace, static_cast<double>(index_of(photo.subject.face)));
  }
  co_return photo;
}

}  // namespace fieldtwin
