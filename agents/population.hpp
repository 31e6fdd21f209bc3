#pragma once
/// All residents of all states, none of whom takes memory.

#include <array>
#include <cstdint>
#include <vector>

#include "agents/person.hpp"
#include "scenarios/recorded/recorded_stop.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Residents with contiguous ids.
struct PersonRange {
  PersonId first;
  std::uint64_t size;

  /// The resident at the share `u` of the range, u in (0, 1): a uniform choice by one draw.
  PersonId at(double u) const {
    const auto offset = static_cast<std::uint64_t>(u * static_cast<double>(size));
    return {first.value + (offset < size ? offset : size - 1)};
  }
};

/// The residents of the states of a scenario, in the order of its table. A person is a pure
/// function of (seed, id): the same person met twice is the same, in every replication, and each
/// attribute has its own decision, so a parameter moves nothing but what it governs.
///
/// Given the state, ethnicity, sex and age are independent. Nativity depends on state and ethnicity
/// (agents/foreign_born), status on nativity, enrolment and the record's correctness on status.
/// Ages are uniform within 0 to 17 and 18 to 64, and fall linearly to nil from 65 to 95.
class Population {
 public:
  /// `draws` must be those across replications; the scenario's parameters must be resolved.
  /// Throws std::invalid_argument if the tables allow no population.
  Population(const Scenario& scenario, Draws draws);

  /// Throws std::out_of_range if there is no such person. What is known of them is taken, and what
  /// depends on it is drawn accordingly.
  Person person(PersonId id, const KnownPerson& known = {}) const;

  /// Whether a twin or a close relative is in the gallery: as likely as the person is, and never
  /// told where there is both.
  Kin kin(const Person& person) const;
  /// The probabilities of that, for anybody of the status. The rest of 1: nobody.
  struct KinProbabilities {
    double twin;
    double relative;
  };
  KinProbabilities kin_probabilities(Status status) const;

  /// How the person's record came to be wrong, of the ways that the status allows: only who is
  /// naturalised was naturalised since, and who was born a citizen has changed no status.
  RecordFault record_fault(const Person& person) const;
  /// The probability that a wrong record of somebody of the status came to be so in that way.
  double record_fault_probability(Status status, RecordFault fault) const;

  std::uint64_t size() const { return ends_.empty() ? 0 : ends_.back(); }
  PersonRange residents(std::size_t state) const;

  /// Shares of the residents of a state; of all groups together 1.
  Probability ethnicity_share(std::size_t state, Ethnicity ethnicity) const;
  /// Probability that a resident of a state and group is foreign-born.
  Probability foreign_born(std::size_t state, Ethnicity ethnicity) const;

 private:
  struct StateTable {
    std::array<double, kEthnicities> ethnicity;     //!< shares
    std::array<double, kEthnicities> up_to;         //!< the same, cumulative
    std::array<double, kEthnicities> foreign_born;  //!< probability, by ethnicity
    double female;
    double under_18;
    double under_65;
  };

  static StateTable table_of(const StateRow& row, const People& people);
  std::uint8_t age_of(PersonId id, const StateTable& state) const;
  Status status_of(PersonId id, double foreign_born) const;
  /// Of the ways in which the status allows a record to be wrong, by RecordFault after kNone.
  std::array<double, kRecordFaults> fault_weights(Status status) const;

  Draws draws_;
  std::vector<std::uint64_t> ends_;  //!< of each state: the id after its last resident
  std::vector<StateTable> states_;
  std::array<double, kForeignBornStatuses> status_up_to_;  //!< cumulative shares
  std::array<double, kStatuses> enrolled_;
  std::array<double, kStatuses> record_wrong_;
  double twin_;
  double relative_;
  std::array<double, kRecordFaults> fault_weight_;
};

}  // namespace fieldtwin
