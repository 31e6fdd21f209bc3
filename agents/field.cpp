#include "agents/field.hpp"

#include "agents/probe_weights.hpp"

namespace fieldtwin {
namespace {

/// The outlook follows the story of a scan in the street.
bool has_outlook(SystemKind kind) {
  return kind == SystemKind::kMobileIdentify || kind == SystemKind::kMobileFortify;
}

Expects expects_of(SystemKind kind, const Forecast* forecast) {
  if (forecast == nullptr) return Expects::kNothing;
  return has_outlook(kind) ? Expects::kOutlook : Expects::kWhatHappened;
}

}  // namespace

std::unique_ptr<const Matcher> Field::matcher_of(const Scenario& scenario) const {
  return make_matcher(scenario, probe_mix(scenario, plan_.roster, parts_.population), faces_,
                      make_gallery(scenario, parts_.population, faces_, parts_.draws));
}

Field::Field(FieldPlan& plan, FieldRole role, const SharedParts& parts, Backend login,
             FaceSource* faces)
    : plan_(plan),
      parts_(parts),
      faces_(faces),
      matcher_(matcher_of(plan.planned)),
      login_(parts.calendar, plan.present.sign_in, parts.draws, std::move(login)),
      outlook_(plan.present, parts.draws, parts.population, matcher_),
      system_{plan.present,
              parts.draws,
              parts.calendar,
              parts.network,
              parts.population,
              plan.roster,
              login_,
              parts.service,
              parts.desk,
              parts.journal,
              plan.planned,
              matcher_,
              role,
              expects_of(plan.planned.system, parts.forecast),
              has_outlook(plan.planned.system) ? parts.forecast : nullptr},
      ports_(parts.calendar, plan.planned, parts.faults, parts.draws, parts.population) {}

void Field::start() {
  if (kind() == SystemKind::kJail) return booking_desks_.start(system_);
  if (kind() == SystemKind::kTvs) return ports_.start(system_);
  for (const Officer& officer : plan_.roster.equipped()) {
    parts_.calendar.start(officer_at_work(system_, officer));
  }
}

Process Field::follow_changes(std::function<void()> changed) {
  for (const Epoch& epoch : plan_.planned.epochs) {
    co_await parts_.calendar.sleep_until(epoch.from);
    plan_.present = *epoch.scenario;
    matcher_.replace(matcher_of(plan_.present));
    changed();
  }
}

}  // namespace fieldtwin
