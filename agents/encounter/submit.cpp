#include "agents/encounter/submit.hpp"

#include "agents/chance.hpp"
#include "agents/crowded_cells.hpp"
#include "agents/faults/attacks.hpp"
#include "agents/system.hpp"
#include "scenarios/resolved.hpp"
#include "sim/timeout.hpp"

namespace fieldtwin {
namespace {

/// One transfer over the device's link: latency, then the flow, which may break off half-way.
Task<Delivery> transfer(System& system, const Device& device, Direction direction, Bytes size,
                        BitsPerSecond rate, std::uint64_t id, std::uint16_t attempt) {
  const NetworkParameters& network = system.scenario.network;
  const std::size_t area = index_of(device.area);
  // Upload and answer of one attempt have draws of their own.
  const auto leg =
      static_cast<std::uint16_t>(2 * attempt + (direction == Direction::kDown ? 1 : 0));
  co_await system.calendar.sleep(
      value_of(system.draws, network.latency[area], Decision::kLatency, id, leg));
  const bool breaks_off = chance(system.draws, network.loss, Decision::kTransferLoss, id, leg);
  const Bytes sent = breaks_off ? size * 0.5 : size;
  TransferNote note(system, device, sent, rate);
  const Delivery delivery = co_await system.network.send(
      device.id, direction, sent, rate, transfer_stretch(system, device, rate, id, leg));
  note.ends(delivery);
  co_return breaks_off ? Delivery::kLost : delivery;
}

/// One request: upload, search, answer. Nothing if it failed on the way.
Task<std::optional<SearchResult>> request(System& system, const Device& device, const Stop& stop,
                                          const Photo& photo, std::uint16_t attempt,
                                          Seconds first_request, EncounterLog& log) {
  const std::uint64_t id = stop.id.value;
  const auto& no_coverage = system.scenario.network.no_coverage[index_of(device.area)];
  if (chance(system.draws, no_coverage, Decision::kCoverage, id, attempt)) {
    log.step(StepKind::kNoCoverage);
    co_return std::nullopt;
  }
  const BitsPerSecond rate =
      value_of(system.draws, system.scenario.network.uplink[index_of(device.area)],
               Decision::kUplinkRate, id, attempt);
  const Delivery sent = co_await transfer(
      system, device, Direction::kUp, photo.size + photo.prints, rate, id, attempt);
  if (sent == Delivery::kLost) {
    log.step(StepKind::kTransferLost);
    co_return std::nullopt;
  }
  if (system.service.reachable(log.record().state) == MatchingService::Reachable::kNo ||
      system.service.drops(stop.id, attempt)) {
    log.step(StepKind::kRefused);
    co_return std::nullopt;
  }
  log.record().uplink = system.calendar.now() - first_request;
  replay_request(system, stop, log.record().state, photo, attempt);

  const SearchResult result = co_await system.service.search(
      {system.scenario, system.matcher}, stop, photo, attempt, log);
  const Bytes answer_size = value_of(system.draws, system.scenario.network.answer_size,
                                     Decision::kAnswerSize, id, attempt);
  const Delivery answered =
      co_await transfer(system, device, Direction::kDown, answer_size, rate, id, attempt);
  if (answered == Delivery::kLost) {
    log.step(StepKind::kTransferLost);
    co_return std::nullopt;
  }
  co_return result;
}

}  // namespace

Task<std::optional<SearchResult>> submit(System& system, const Device& device, const Stop& stop,
                                         Photo photo, EncounterLog& log, std::uint16_t round) {
  const NetworkParameters& network = system.scenario.network;
  const std::uint64_t id = stop.id.value;
  const Seconds first_request = system.calendar.now();

  const std::uint16_t attempts = whole(network.attempts);
  const auto first = static_cast<std::uint16_t>(round * attempts);
  for (std::uint16_t attempt = first; attempt < first + attempts; ++attempt) {
    if (attempt > first) {
      co_await system.calendar.sleep(
          value_of(system.draws, network.retry_delay, Decision::kRequestRetryDelay, id, attempt));
    }
    const auto reply =
        co_await with_timeout(system.calendar, resolved(network.timeout),
                              request(system, device, stop, photo, attempt, first_request, log));
    if (!reply) {
      log.record().outcome = ScanOutcome::kTimedOut;
      log.step(StepKind::kTimedOut);
    } else if (!*reply) {
      log.record().outcome = ScanOutcome::kNoNetwork;
    } else {
      log.record().outcome = ScanOutcome::kAnswered;
      co_return **reply;
    }
  }
  co_return std::nullopt;
}

void show_answer(const System& system, Device& device, const SearchResult& result,
                 EncounterLog& log) {
  device.session.use(system.calendar.now());
  log.record().app_answer = result.shown.answer;
  log.record().answer = system.calendar.now() - log.record().scan_began;
  log.step(StepKind::kAnswered, result.shown.answer == AppAnswer::kContactIce ? 1.0 : 0.0);
}

}  // namespace fieldtwin
