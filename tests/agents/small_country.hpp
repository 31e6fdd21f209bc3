#pragma once
/// A scenario of a few states, with the fields that people and the programme need.

#include "scenarios/scenario.hpp"

namespace fieldtwin {

template <class Q, std::size_t n>
std::array<Varying<Q>, n> constants(const std::array<double, n>& values) {
  std::array<Varying<Q>, n> result;
  for (std::size_t i = 0; i < n; ++i) result[i] = Varying<Q>(Q(values[i]));
  return result;
}

/// Figures as in the 2020 census for three states, rounded, and a small territory.
inline Scenario small_country() {
  using namespace std::chrono;
  constexpr auto kUs = StateRow::Dst::kUnitedStates;
  constexpr auto kNone = StateRow::Dst::kNone;
  Scenario scenario;
  scenario.period.start = November / 3 / 2025;
  scenario.programme.officers_trained = Count(1000.0);
  scenario.programme.sworn_weight = Probability(0.5);
  scenario.tables.states = {
      {"Alabama",
       "AL",
       "01",
       5024279,
       {0.653, 0.268, 0.007, 0.015, 0.001, 0.018, 0.046},
       0.517,
       0.035,
       0.222,
       0.173,
       0.27,
       Seconds(-6 * 3600.0),
       kUs},
      {"Arizona",
       "AZ",
       "04",
       7151502,
       {0.541, 0.052, 0.053, 0.037, 0.003, 0.029, 0.317},
       0.503,
       0.133,
       0.225,
       0.180,
       0.24,
       Seconds(-7 * 3600.0),
       kNone},
      {"Florida",
       "FL",
       "12",
       21538187,
       {0.532, 0.169, 0.005, 0.030, 0.001, 0.022, 0.264},
       0.511,
       0.207,
       0.197,
       0.209,
       0.05,
       Seconds(-5 * 3600.0),
       kUs},
      {"Guam",
       "GU",
       "66",
       153836,
       {0.07, 0.01, 0.001, 0.36, 0.46, 0.1, 0.03},
       0.49,
       0.33,
       0.27,
       0.11,
       0.0,
       Seconds(10 * 3600.0),
       kNone},
  };
  scenario.people.foreign_born_odds = constants<Count, kEthnicities>({1, 3, 0.5, 50, 8, 2, 15});
  scenario.people.status_weight = constants<Count, kForeignBornStatuses>({49, 19, 5, 8, 19});
  scenario.records.enrolled = constants<Probability, kStatuses>({0.5, 0.95, 0.99, 0.98, 0.7, 0.4});
  scenario.records.wrong = constants<Probability, kStatuses>({0.01, 0.03, 0.04, 0.1, 0.2, 0.02});
  return scenario;
}

}  // namespace fieldtwin
