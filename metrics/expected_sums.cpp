#include "metrics/expected_sums.hpp"

namespace fieldtwin {

void ExpectedSums::add(const ExpectedHarm& harm, Tally& tally) {
  const Standing standing = standing_of(harm.status);
  std::array<ExpectedHarm::Share, kWrongfulKinds> sums{};
  for (std::size_t origin = 0; origin < kHoldOrigins; ++origin) {
    ExpectedHarm::Share whole;
    for (std::size_t decision = 0; decision < kHoldDecisions; ++decision) {
      const auto& [probability, hours] = harm.holds[origin][decision];
      auto& way = ways_[index_of(standing)][origin][decision];
      way.probability += probability;
      way.hours += hours;
      whole.probability += probability;
      whole.hours += hours;
    }
    if (whole.probability == 0.0) continue;
    const auto flags = flags_of(wrongful_kinds(static_cast<HoldOrigin>(origin), standing));
    for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
      if (!flags[i]) continue;
      sums[i].probability += whole.probability;
      sums[i].hours += whole.hours;
    }
  }

  std::array<std::pair<Amount, double>, 1 + 2 * kWrongfulKinds> amounts;
  amounts[0] = {Amount::kExpectedProlonged, harm.prolonged};
  std::size_t size = 1;
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    if (sums[i].probability == 0.0) continue;
    amounts[size++] = {expected_count(static_cast<WrongfulKind>(i)), sums[i].probability};
    amounts[size++] = {expected_hours(static_cast<WrongfulKind>(i)), sums[i].hours};
  }
  tally.add({amounts.data(), size}, Tally::of_person(harm));
}

void ExpectedSums::finish(Tally& tally) const {
  for (std::size_t standing = 0; standing < kStandings; ++standing) {
    for (std::size_t origin = 0; origin < kHoldOrigins; ++origin) {
      const auto flags = flags_of(
          wrongful_kinds(static_cast<HoldOrigin>(origin), static_cast<Standing>(standing)));
      for (std::size_t decision = 0; decision < kHoldDecisions; ++decision) {
        const auto& [probability, hours] = ways_[standing][origin][decision];
        if (probability == 0.0) continue;
        const Tally::Cells how =
            Tally::of_causes(static_cast<HoldOrigin>(origin), static_cast<HoldDecision>(decision));
        for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
          if (!flags[i]) continue;
          tally.add(expected_count(static_cast<WrongfulKind>(i)), how, probability);
          tally.add(expected_hours(static_cast<WrongfulKind>(i)), how, hours);
        }
      }
    }
  }
}

}  // namespace fieldtwin
