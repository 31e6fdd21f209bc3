#include "agents/port/face_check.hpp"

#include "agents/chance.hpp"
#include "agents/port/port_matcher.hpp"
#include "agents/system.hpp"
#include "sim/timeout.hpp"

namespace fieldtwin {
namespace {

/// Tries until a photo is usable. Nothing if none is.
Task<std::optional<Photo>> photograph(System& system, const Gate& gate,
                                      const Traveller& traveller) {
  const PortCamera& camera = system.scenario.port.camera;
  const Draws& draws = system.draws;
  const std::uint64_t id = traveller.id.value;
  const auto& usable = camera.usable[index_of(gate.light())];
  const std::uint16_t attempts = whole(camera.attempts);
  for (std::uint16_t attempt = 0; attempt < attempts; ++attempt) {
    co_await system.calendar.sleep(
        value_of(draws, camera.duration, Decision::kPortCaptureTime, id, attempt));
    if (!chance(draws, usable, Decision::kPortCaptureUsable, id, attempt)) continue;
    const Probability quality = value_of(draws, camera.quality, Decision::kPortQuality, id);
    co_return Photo{Picture{aged_quality(quality, traveller.photo_age,
                                         system.scenario.port.matcher,
                                         system.scenario.matcher.quality_factor)},
                    Bytes(0.0), Subject{FaceShown::kPerson, traveller.person, Kin::kNone}};
  }
  co_return std::nullopt;
}

/// A photo of a US citizen stays in the service for hours; others stay there longer and are enrolled.
void keep_photo(const PortRetention& retention, CrossingRecord& record) {
  record.photo_kept = true;
  const bool citizen = standing_of(record.status) == Standing::kCitizen;
  record.retention = (citizen ? retention.citizens : retention.working_copy).mean();
  record.enrolled = citizen ? Seconds(0.0) : retention.enrolled.mean();
}

/// One request, from the camera to the service and back.
Task<SearchResult> request(System& system, const Gate& gate, Photo photo, EncounterId id,
                           CrossingRecord& record) {
  const PortParameters& port = system.scenario.port;
  const Draws& draws = system.draws;
  const auto way = [&](std::uint16_t leg) {
    return value_of(draws, port.network.latency, Decision::kPortLatency, id.value, leg) * 0.5;
  };
  co_await system.calendar.sleep(way(0));
  if (chance(draws, port.network.loss, Decision::kPortLoss, id.value)) {
    // Nothing comes back: whoever waits gives up first.
    co_await system.calendar.sleep(2.0 * port.network.answer_limit.mean());
  }
  record.received = system.calendar.now();
  keep_photo(port.retention, record);
  co_await system.service.handle(
      id.value, value_of(draws, port.matcher.search_time, Decision::kSearchTime, id.value));
  const Identification found = identify(gate.matcher(), photo, draws, id);
  const SearchResult result =
      search_result(system.scenario, gate.matcher(), found, photo, draws, id);
  co_await system.calendar.sleep(way(1));
  co_return result;
}

}  // namespace

CrossingGap reason_to_pass_by(System& system, const Gate& gate, Gate::Lane& lane,
                              const Traveller& traveller) {
  if (!gate.is_staffed()) return CrossingGap::kNoStaff;
  if (!lane.camera_works()) return CrossingGap::kCameraDown;
  if (gate.is_late()) return CrossingGap::kSkipped;
  if (traveller.opts_out) return CrossingGap::kOptOut;
  const auto& excluded = system.scenario.port.camera.excluded;
  return chance(system.draws, excluded, Decision::kPortExcluded, traveller.id.value)
             ? CrossingGap::kExcluded
             : CrossingGap::kNone;
}

Task<std::optional<SearchResult>> check_face(System& system, const Gate& gate, Outages& connection,
                                             const Traveller& traveller, CrossingRecord& record) {
  const std::optional<Photo> photo = co_await photograph(system, gate, traveller);
  if (!photo) {
    record.gap = CrossingGap::kNoPhoto;
    co_return std::nullopt;
  }
  record.photographed = true;
  const Seconds sent = system.calendar.now();
  record.sent = sent;
  const bool is_down =
      system.service.reachable(gate.plan().state) == MatchingService::Reachable::kNo;
  if (!connection.is_up(sent) || is_down) {
    record.gap = CrossingGap::kNoNetwork;
    co_return std::nullopt;
  }
  const EncounterId id{traveller.id.value};
  const auto result =
      co_await with_timeout(system.calendar, system.scenario.port.network.answer_limit.mean(),
                            request(system, gate, *photo, id, record));
  if (!result) {
    record.gap = CrossingGap::kNoAnswer;
    co_return std::nullopt;
  }
  record.answer = system.calendar.now() - sent;
  record.match = result->match;
  co_return result;
}

}  // namespace fieldtwin
