#include "agents/population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "agents/foreign_born.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {
namespace {

template <class Q, std::size_t n>
std::array<double, n> values_of(const std::array<Varying<Q>, n>& parameters) {
  std::array<double, n> values{};
  for (std::size_t i = 0; i < n; ++i) values[i] = resolved(parameters[i]).value();
  return values;
}

/// Shares that sum to 1.
template <std::size_t n>
std::array<double, n> normalised(std::array<double, n> weights, const std::string& what) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(total > 0.0)) throw std::invalid_argument(what + ": all shares are zero");
  for (double& weight : weights) weight /= total;
  return weights;
}

template <std::size_t n>
std::array<double, n> cumulative(const std::array<double, n>& shares) {
  std::array<double, n> up_to{};
  std::partial_sum(shares.begin(), shares.end(), up_to.begin());
  return up_to;
}

/// The category at `u`. Shares that fall short of 1 by rounding leave the rest to the last one.
template <class Enum, std::size_t n>
Enum category_at(double u, const std::array<double, n>& up_to, Enum first) {
  std::size_t i = 0;
  while (i + 1 < n && u >= up_to[i]) ++i;
  return static_cast<Enum>(index_of(first) + i);
}

}  // namespace

Population::Population(const Scenario& scenario, Draws draws)
    : draws_(draws),
      status_up_to_(
          cumulative(normalised(values_of(scenario.people.status_weight), "people.status_weight"))),
      enrolled_(values_of(scenario.records.enrolled)),
      record_wrong_(values_of(scenario.records.wrong)),
      twin_(resolved(scenario.people.twin).value()),
      relative_(resolved(scenario.people.close_relative).value()),
      fault_weight_(values_of(scenario.records.wrong_kind)) {
  for (const StateRow& row : scenario.tables.states) {
    ends_.push_back(size() + static_cast<std::uint64_t>(std::llround(row.population)));
    states_.push_back(table_of(row, scenario.people));
  }
}

Population::StateTable Population::table_of(const StateRow& row, const People& people) {
  StateTable table{};
  table.ethnicity = normalised(row.ethnicity, row.name);
  table.up_to = cumulative(table.ethnicity);
  table.foreign_born =
      foreign_born_by_group(table.ethnicity, values_of(people.foreign_born_odds), row.foreign_born);
  table.female = row.female;
  table.under_18 = row.under_18;
  table.under_65 = 1.0 - row.age_65_plus;
  return table;
}

Person Population::person(PersonId id, const KnownPerson& known) const {
  if (id.value >= size()) throw std::out_of_range("there is no such person");
  const auto end = std::upper_bound(ends_.begin(), ends_.end(), id.value);
  const auto index = static_cast<std::size_t>(end - ends_.begin());
  const StateTable& state = states_[index];
  const auto draw = [&](Decision decision) { return draws_.uniform(decision, id.value); };

  Person person{};
  person.id = id;
  person.state = static_cast<std::uint32_t>(index);
  person.ethnicity = known.ethnicity ? *known.ethnicity
                                     : category_at(draw(Decision::kPersonEthnicity), state.up_to,
                                                   Ethnicity::kWhite);
  const bool female =
      known.sex ? *known.sex == Sex::kFemale : draw(Decision::kPersonSex) < state.female;
  person.sex = female ? Sex::kFemale : Sex::kMale;
  person.age = known.age ? *known.age : age_of(id, state);
  person.status = known.status ? *known.status
                               : status_of(id, state.foreign_born[index_of(person.ethnicity)]);
  const std::size_t status = index_of(person.status);
  const bool enrolled =
      known.enrolled ? *known.enrolled : draw(Decision::kPersonEnrolled) < enrolled_[status];
  person.enrolment = enrolled ? Enrolment::kEnrolled : Enrolment::kNotEnrolled;
  const Standing truth = person.standing();
  const auto record = [&] {
    const bool wrong = draw(Decision::kPersonRecordWrong) < record_wrong_[status];
    return wrong ? wrong_standing(truth) : truth;
  };
  person.record.shows = known.record ? *known.record : record();
  return person;
}

Kin Population::kin(const Person& person) const {
  const auto [twin, relative] = kin_probabilities(person.status);
  if (twin + relative <= 0.0) return Kin::kNone;
  const double u = draws_.uniform(Decision::kPersonKin, person.id.value);
  if (u < twin) return Kin::kTwin;
  return u < twin + relative ? Kin::kRelative : Kin::kNone;
}

Population::KinProbabilities Population::kin_probabilities(Status status) const {
  const double enrolled = enrolled_[index_of(status)];
  const double twin = twin_ * enrolled;
  return {twin, (1.0 - twin) * relative_ * enrolled};
}

RecordFault Population::record_fault(const Person& person) const {
  if (person.record.shows == person.standing()) return RecordFault::kNone;
  const auto weight = fault_weights(person.status);
  const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
  double u = total * draws_.uniform(Decision::kPersonRecordFault, person.id.value);
  for (std::size_t i = 0; i + 1 < kRecordFaults; ++i) {
    if (u < weight[i]) return static_cast<RecordFault>(i + 1);
    u -= weight[i];
  }
  return RecordFault::kDuplicate;
}

double Population::record_fault_probability(Status status, RecordFault fault) const {
  if (fault == RecordFault::kNone) return 0.0;
  const auto weight = fault_weights(status);
  return weight[index_of(fault) - 1] / std::accumulate(weight.begin(), weight.end(), 0.0);
}

std::array<double, kRecordFaults> Population::fault_weights(Status status) const {
  std::array<double, kRecordFaults> weight = fault_weight_;
  const auto at = [&](RecordFault fault) -> double& { return weight[index_of(fault) - 1]; };
  if (status != Status::kNaturalised) at(RecordFault::kNaturalisedSince) = 0.0;
  if (status == Status::kUsBorn) at(RecordFault::kStatusChanged) = 0.0;
  // Where no way fits, the record is a second one of the same person.
  const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
  if (!(total > 0.0)) at(RecordFault::kDuplicate) = 1.0;
  return weight;
}

std::uint8_t Population::age_of(PersonId id, const StateTable& state) const {
  const double u = draws_.uniform(Decision::kPersonAge, id.value);
  double years = 0.0;
  if (u < state.under_18) {
    years = 18.0 * u / state.under_18;
  } else if (u < state.under_65) {
    years = 18.0 + 47.0 * (u - state.under_18) / (state.under_65 - state.under_18);
  } else {
    // Inverse CDF of a density that falls linearly to nil over the 31 years from 65 to 95.
    years = 65.0 + 31.0 * (1.0 - std::sqrt((1.0 - u) / (1.0 - state.under_65)));
  }
  return static_cast<std::uint8_t>(years);
}

Status Population::status_of(PersonId id, double foreign_born) const {
  if (draws_.uniform(Decision::kPersonForeignBorn, id.value) >= foreign_born) {
    return Status::kUsBorn;
  }
  return category_at(draws_.uniform(Decision::kPersonStatus, id.value), status_up_to_,
                     Status::kNaturalised);
}

PersonRange Population::residents(std::size_t state) const {
  const std::uint64_t first = state == 0 ? 0 : ends_.at(state - 1);
  return {PersonId{first}, ends_.at(state) - first};
}

Probability Population::ethnicity_share(std::size_t state, Ethnicity ethnicity) const {
  return Probability(states_.at(state).ethnicity[index_of(ethnicity)]);
}

Probability Population::foreign_born(std::size_t state, Ethnicity ethnicity) const {
  return Probability(states_.at(state).foreign_born[index_of(ethnicity)]);
}

}  // namespace fieldtwin
