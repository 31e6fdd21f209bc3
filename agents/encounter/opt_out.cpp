#include "agents/encounter/opt_out.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

bool declines(const OptOut& parameters, const Stop& stop, const Draws& draws) {
  return parameters.share.mean().value() > 0.0 &&
         stop.person.standing() == Standing::kCitizen &&
         chance(draws, parameters.share, Decision::kOptsOut, stop.id.value);
}

Task<> check_papers(System& system, const Stop& stop, EncounterLog& log) {
  log.record().outcome = ScanOutcome::kDeclined;
  log.step(StepKind::kDeclined);
  co_await system.calendar.sleep(value_of(system.draws, system.scenario.safeguards.opt_out.check,
                                          Decision::kManualCheckTime, stop.id.value));
  log.step(StepKind::kPapersChecked);
}

}  // namespace fieldtwin
