#pragma once
/// How an officer of the field model is prepared, and what it does to their errors.

#include <cstdint>
#include <optional>

#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

enum class Preparation : std::uint8_t {
  kTrained,
  kInTraining,
  kOverdue,  //!< trained, and the refresher is overdue
};

/// An officer's, by one draw: the same for the whole period.
Preparation preparation_of(const Scenario& scenario, const Draws& draws, std::uint32_t officer);

/// How many times as often an officer so prepared errs, after what a supervisor keeps from acts.
double error_factor(const Training& training, Preparation preparation);

/// The policy as such an officer keeps it. What counts as an error, and is multiplied by the factor
/// (at most to certainty): holding without a call, holding when ICE does not answer, dismissing
/// papers that prove status, and keeping a person past the stop's limit.
class KeptPolicy {
 public:
  KeptPolicy(const Scenario& scenario, Preparation preparation);

  const Policy& operator*() const { return own_ ? *own_ : usual_; }

 private:
  const Policy& usual_;
  std::optional<Policy> own_;  //!< none: the usual one
};

}  // namespace fieldtwin
