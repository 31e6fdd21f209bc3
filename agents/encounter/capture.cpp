#include "agents/encounter/capture.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

Task<std::optional<Photo>> capture(System& system, const Stop& stop, EncounterLog& log) {
  const Capture& parameters = system.scenario.capture;
  const Draws& draws = system.draws;
  const std::uint64_t id = stop.id.value;
  const bool hopeless = chance(draws, parameters.impossible, Decision::kCapturePossible, id);

  // A picture that the check sees costs the attempt in which it would have passed as a face.
  bool picture_held_up = spoof_of(parameters, draws, id) == Spoof::kSeen;

  const std::uint16_t attempts = whole(parameters.attempts);
  for (std::uint16_t attempt = 0; attempt < attempts; ++attempt) {
    co_await system.calendar.sleep(
        value_of(draws, parameters.duration, Decision::kCaptureTime, id, attempt));
    if (!hopeless && chance(draws, parameters.usable, Decision::kCaptureUsable, id, attempt)) {
      if (picture_held_up) {
        picture_held_up = false;
        log.step(StepKind::kSpoofSeen);
        continue;
      }
      Photo photo = photo_of(parameters, system.population, stop.person, draws, id);
      if (stop.photo_size) photo.size = *stop.photo_size;
      log.step(StepKind::kCaptured, photo.quality.value());
      log.record().evidence.face = photo.subject.face;
      if (photo.subject.face != FaceShown::kPerson) {
        log.step(StepKind::kOtherFace, static_cast<double>(index_of(photo.subject.face)));
      }
      co_return photo;
    }
    log.step(StepKind::kCaptureFailed);
  }
  co_return std::nullopt;
}

}  // namespace fieldtwin
