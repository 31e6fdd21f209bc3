#include "agents/encounter/human_check.hpp"

#include "agents/chance.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

bool is_checked(const HumanCheck& parameters, const Draws& draws, EncounterId id) {
  return parameters.share.mean().value() > 0.0 &&
         chance(draws, parameters.share, Decision::kHumanCheck, id.value);
}

Seconds contact_shown(const HumanCheck& parameters, Seconds found, const Draws& draws,
                      EncounterId id) {
  if (!is_checked(parameters, draws, id)) return found;
  return found + value_of(draws, parameters.time, Decision::kHumanCheckTime, id.value);
}

bool waits_for_check(const HumanCheck& parameters, const SearchResult& found, const Draws& draws,
                     EncounterId id) {
  return found.shown.answer == AppAnswer::kContactIce && is_checked(parameters, draws, id);
}

double pass_probability(const HumanCheck& parameters, Likeness candidate) {
  if (candidate == Likeness::kNobody) return 1.0;
  if (candidate == Likeness::kSelf) return 1.0 - parameters.false_reject.mean().value();
  return parameters.false_accept.mean().value();
}

SearchResult checked(const HumanCheck& parameters, SearchResult found, const Draws& draws,
                     EncounterId id) {
  if (!waits_for_check(parameters, found, draws, id)) return found;
  const double u = draws.uniform(Decision::kHumanCheckVerdict, id.value);
  if (u >= pass_probability(parameters, found.candidate)) found.shown.answer = AppAnswer::kNoAction;
  return found;
}

Task<SearchResult> human_check(System& system, const Stop& stop, SearchResult found,
                               EncounterLog& log) {
  const HumanCheck parameters = system.scenario.safeguards.human_check;
  const Seconds began = system.calendar.now();
  co_await system.calendar.sleep_until(contact_shown(parameters, began, system.draws, stop.id));
  const SearchResult result = checked(parameters, found, system.draws, stop.id);
  const bool rejected = result.shown.answer != AppAnswer::kContactIce;
  SafeguardRecord& record = log.record().safeguards;
  record.checked = true;
  record.check_rejected = rejected;
  record.checking = system.calendar.now() - began;
  log.step(rejected ? StepKind::kCheckRejected : StepKind::kCheckPassed);
  co_return result;
}

}  // namespace fieldtwin
