#include "agents/encounter/take_prints.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

Task<PrintsTaken> take_prints(System& system, const Stop& stop, EncounterLog& log) {
  const Fingerprints& parameters = system.scenario.fingerprints;
  const Draws& draws = system.draws;
  const std::uint64_t id = stop.id.value;
  if (parameters.fusion == Fusion::kFaceOnly ||
      !chance(draws, parameters.taken, Decision::kPrintsTaken, id)) {
    co_return PrintsTaken::kNo;
  }
  log.record().evidence.prints = PrintsFound::kUnusable;
  const std::uint16_t attempts = whole(parameters.attempts);
  for (std::uint16_t attempt = 0; attempt < attempts; ++attempt) {
    co_await system.calendar.sleep(
        value_of(draws, parameters.duration, Decision::kPrintsTime, id, attempt));
    if (chance(draws, parameters.usable, Decision::kPrintsUsable, id, attempt)) {
      log.step(StepKind::kPrintsTaken);
      co_return PrintsTaken::kYes;
    }
    log.step(StepKind::kPrintsFailed);
  }
  co_return PrintsTaken::kNo;
}

}  // namespace fieldtwin
