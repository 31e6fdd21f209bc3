#include "metrics/exposure/look_ahead.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

/// Photo-years in each year of the horizon.
std::vector<double> years_of_each(const Flow& flow, const Spells& spells,
                                  const std::vector<Seconds>& ends) {
  std::vector<double> years;
  double before = 0.0;
  for (const Seconds end : ends) {
    const double now = photo_years(flow, spells, end);
    years.push_back(now - before);
    before = now;
  }
  return years;
}

/// What breaches take from a place.
void add_taken(Taken& taken, Holder place, const std::vector<double>& years,
               const ProgrammeRules& rules) {
  for (std::size_t i = 0; i < kBreachCauses; ++i) {
    const auto cause = static_cast<BreachCause>(i);
    double rate = hazard(place, cause, rules.breaches, rules.access) * kYear.value();
    if (rate == 0.0) continue;
    for (const double year : years) {
      taken[index_of(place)][i] += rate * year;
      if (grows_with_access(cause)) rate *= rules.access_growth;
    }
  }
}

void add_subcontractor(Taken& taken, const Flow& flow, const ProgrammeRules& rules) {
  taken[index_of(Holder::kService)][index_of(BreachCause::kSubcontractor)] +=
      rules.breaches.subcontractor_rate * kYear.value() *
      photo_years(flow, within_reach(rules.breaches), rules.horizon);
}

Books books_of(const Presence& presence, const Flow& flow, const std::vector<Seconds>& ends) {
  const Seconds end = ends.back();
  const Spells held = presence.held();
  Books books{.created = stock(flow, presence.entered, end),
              .held = stock(flow, presence.in_time, end),
              .overdue = stock(flow, presence.overdue, end),
              .deleted = stock(flow, presence.deleted, end),
              .photo_years = photo_years(flow, held, end),
              .stock = {}};
  for (const Seconds year : ends) books.stock.push_back(stock(flow, held, year));
  return books;
}

/// Photos that requests delete.
double deleted_by_request(const Presence& store, const Flow& flow, Seconds at) {
  double sum = 0.0;
  for (const Spell& spell : store.in_time) {
    if (spell.hazard > 0.0) sum += spell.hazard * kYear.value() * photo_years(flow, {spell}, at);
  }
  return sum;
}

std::array<double, kBreachCauses> incidents(const LookAhead& ahead, const Flow& flow,
                                            const ProgrammeRules& rules) {
  const auto in = [&](Holder place) { return ahead.books[index_of(place)].stock.back(); };
  const double devices = rules.access.of(Role::kOfficers);
  std::array<double, kBreachCauses> records{};
  records[index_of(BreachCause::kStore)] = rules.breaches.store_share * in(Holder::kStore);
  records[index_of(BreachCause::kSubcontractor)] =
      stock(flow, within_reach(rules.breaches), rules.horizon);
  records[index_of(BreachCause::kDevice)] =
      devices > 0.0 ? rules.breaches.device_readable * in(Holder::kDevice) / devices : 0.0;
  records[index_of(BreachCause::kInsider)] = rules.breaches.insider_share * in(Holder::kStore);
  records[index_of(BreachCause::kCredentials)] =
      rules.breaches.credentials_share * in(Holder::kStore);
  return records;
}

/// Mean of exp(-rate T), where T is how long one photo of a unit share stays until `horizon`: by
/// parts 1 - rate integral exp(-rate x) P(T > x) dx.
double spared(const Spells& held, double number, double rate, Seconds delay, Seconds horizon) {
  double sum = 0.0;
  for (const auto& [from, until, share, request] : held) {
    const double length = (std::min(until, horizon) - from).value();
    if (length <= 0.0) continue;
    sum += share / number * std::exp(-rate * (from - delay).value()) *
           discounted(rate + request, length);
  }
  return 1.0 - rate * sum;
}

}  // namespace

ProgrammeRules programme_rules(const Exposure& exposure, const Storage& storage, double officers,
                               double agents) {
  ProgrammeRules rules;
  rules.holding = holding_rules(exposure, storage);
  rules.breaches = breach_rules(exposure, storage, rules.holding);
  rules.access = access_of(exposure, storage, officers, agents);
  rules.access_growth = exposure.access_growth.mean().value();
  rules.flow_growth = exposure.flow_growth.mean().value();
  rules.requests = exposure.requests.mean().value();
  rules.horizon = exposure.horizon.mean();
  return rules;
}

ProgrammeRules rules_for(const Source& source, const ProgrammeRules& rules) {
  ProgrammeRules out = rules;
  HoldingRules& holding = out.holding;
  // A camera over a lane, or at a gate, is no officer's device.
  if (source.kind != Source::Kind::kScans) holding.number[index_of(Holder::kDevice)] = 0.0;
  if (source.kind != Source::Kind::kPorts) return out;
  const auto keep = [&holding](Holder place, double number, Seconds retention) {
    holding.number[index_of(place)] = number;
    holding.retention[index_of(place)] = retention;
    holding.delay[index_of(place)] = Seconds(0.0);
  };
  for (std::size_t i = 0; i < kFaceHolders; ++i) keep(static_cast<Holder>(i), 0.0, Seconds(0.0));
  keep(Holder::kService, 1.0, source.retention);
  keep(Holder::kIdentHart, source.enrolled > Seconds(0.0) ? 1.0 : 0.0, source.enrolled);
  holding.copies_deleted = 0.0;  // an enrolment follows no other photo
  out.breaches.copied = copied_of(out.breaches, source.retention);
  return out;
}

double sum_of(const Taken& taken) {
  double sum = 0.0;
  for (const auto& place : taken) {
    for (const double cause : place) sum += cause;
  }
  return sum;
}

std::vector<Seconds> year_ends(Seconds horizon) {
  std::vector<Seconds> ends;
  for (Seconds end = kYear; end < horizon; end += kYear) ends.push_back(end);
  ends.push_back(horizon);
  return ends;
}

LookAhead look_ahead(const ProgrammeRules& of_all, const Source& source) {
  const ProgrammeRules rules = rules_for(source, of_all);
  const Flow flow = yearly_flow(source.per_second, rules.flow_growth, rules.horizon);
  const std::vector<Seconds> ends = year_ends(rules.horizon);
  LookAhead result;
  for (std::size_t i = 0; i < kFaceHolders; ++i) {
    const auto place = static_cast<Holder>(i);
    const Presence presence = fieldtwin::presence(place, source.retention, rules.holding);
    result.books[i] = books_of(presence, flow, ends);
    add_taken(result.taken, place, years_of_each(flow, presence.held(), ends), rules);
    if (place == Holder::kStore) {
      result.requests = rules.requests * photo_years(flow, presence.in_time, rules.horizon);
      result.granted = deleted_by_request(presence, flow, rules.horizon);
    }
  }
  add_subcontractor(result.taken, flow, rules);
  result.incident = incidents(result, flow, rules);
  return result;
}

Taken taken_over_horizon(const ProgrammeRules& of_all, const Source& source) {
  const ProgrammeRules rules = rules_for(source, of_all);
  const Flow flow = yearly_flow(source.per_second, rules.flow_growth, rules.horizon);
  const std::vector<Seconds> ends = year_ends(rules.horizon);
  Taken taken{};
  for (std::size_t i = 0; i < kFaceHolders; ++i) {
    const auto place = static_cast<Holder>(i);
    const Spells held = presence(place, source.retention, rules.holding).held();
    if (!held.empty()) add_taken(taken, place, years_of_each(flow, held, ends), rules);
  }
  add_subcontractor(taken, flow, rules);
  return taken;
}

PhotoFate fate_of_a_photo(const ProgrammeRules& of_all, const Source& source) {
  const ProgrammeRules rules = rules_for(source, of_all);
  PhotoFate fate;
  double never = 1.0;
  for (std::size_t i = 0; i < kFaceHolders; ++i) {
    const auto place = static_cast<Holder>(i);
    const double number = rules.holding.number[i];
    const Spells held = presence(place, source.retention, rules.holding).held();
    double rate = 0.0;
    for (std::size_t j = 0; j < kBreachCauses; ++j) {
      rate += hazard(place, static_cast<BreachCause>(j), rules.breaches, rules.access);
    }
    if (number == 0.0 || rate == 0.0) continue;
    fate.taken += rate * time_present(held, rules.horizon);
    const double one = spared(held, number, rate, rules.holding.delay[i], rules.horizon);
    const double whole = std::floor(number);
    never *= std::pow(one, whole) * (1.0 - (number - whole) * (1.0 - one));
  }
  const double subcontractor =
      rules.breaches.subcontractor_rate * time_present(within_reach(rules.breaches), rules.horizon);
  fate.taken += subcontractor;
  fate.once = 1.0 - never * std::exp(-subcontractor);
  return fate;
}

}  // namespace fieldtwin
