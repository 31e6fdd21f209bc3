#pragma once
/// What a scan was to lead to on average, given all that went before the last decisions of chance.

#include <array>
#include <cstdint>

#include "metrics/encounter_record.hpp"

namespace fieldtwin {

/// The harm expected of one scan whose answer reached the officer: the conditional Monte Carlo
/// estimate to which it contributes (docs/rare-harm.md).
struct ExpectedHarm {
  /// A hold of one origin and decision.
  struct Share {
    double probability = 0.0;
    double hours = 0.0;  //!< of custody, expected: the probability times the mean length
  };

  SystemKind system = SystemKind::kMobileIdentify;
  std::uint16_t state = 0;  //!< index in the table of states
  Ethnicity ethnicity = Ethnicity::kWhite;
  Sex sex = Sex::kMale;
  std::uint8_t age = 0;  //!< years
  Status status = Status::kUsBorn;
  /// By origin and decision, rightful holds too.
  std::array<std::array<Share, kHoldDecisions>, kHoldOrigins> holds{};
  double prolonged = 0.0;  //!< probability that the stop is prolonged
};

}  // namespace fieldtwin
