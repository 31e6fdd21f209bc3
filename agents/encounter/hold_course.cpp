#include "agents/encounter/hold_course.hpp"

#include <algorithm>

#include "agents/chance.hpp"
#include "scenarios/resolved.hpp"

namespace fieldtwin {

HoldCourse hold_course(const CustodyParameters& parameters, HoldOrigin origin, RecordFault fault,
                       Standing truth, const Draws& draws, EncounterId id) {
  const auto time = [&](const Varying<Seconds>& parameter, Decision decision) {
    return value_of(draws, parameter, decision, id.value);
  };
  const Seconds limit = resolved(parameters.detainer_limit);
  const bool mistaken = is_mistaken(origin, truth);
  HoldCourse course{time(parameters.transport, Decision::kTransportTime),
                    time(parameters.booking, Decision::kBookingTime),
                    HoldEnd::kTransfer,
                    Seconds(0.0),
                    Seconds(0.0),
                    std::nullopt,
                    false};
  if (fingerprints_can_tell(origin, fault, truth) &&
      chance(draws, parameters.fingerprints_correct, Decision::kFingerprints, id.value)) {
    course.end = HoldEnd::kFingerprints;
  } else if (mistaken) {
    const Seconds length = time(parameters.wrongful_hold, Decision::kWrongfulHoldTime);
    course.end = HoldEnd::kMistakeFound;
    course.local = std::min(length, limit);
    course.federal = length - course.local;
  } else {
    const Seconds length = time(parameters.lawful_hold, Decision::kLawfulHoldTime);
    course.end = length > limit ? HoldEnd::kDetainerExpired : HoldEnd::kTransfer;
    course.local = std::min(length, limit);
  }
  if (mistaken) {
    if (chance(draws, parameters.release_unentered, Decision::kReleaseEntered, id.value)) {
      course.unentered = time(parameters.unentered_delay, Decision::kReleaseEntryTime);
    }
    course.record_left_wrong =
        chance(draws, parameters.correction_unentered, Decision::kCorrectionEntered, id.value);
  }
  return course;
}

Seconds mean_length_of_mistake(const CustodyParameters& parameters, const Population& population,
                               HoldOrigin origin, Status status) {
  double can_tell = 0.0;
  for (std::size_t i = 0; i < kRecordFaults; ++i) {
    const auto fault = static_cast<RecordFault>(i + 1);
    if (fingerprints_can_tell(origin, fault, standing_of(status))) {
      can_tell += population.record_fault_probability(status, fault);
    }
  }
  const double found_at_booking = can_tell * parameters.fingerprints_correct.mean().value();
  return parameters.transport.mean() + parameters.booking.mean() +
         parameters.wrongful_hold.mean() * (1.0 - found_at_booking) +
         parameters.unentered_delay.mean() * parameters.release_unentered.mean().value();
}

}  // namespace fieldtwin
