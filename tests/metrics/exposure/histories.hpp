#pragma once
/// Random rules, flows and fates of single photos, to hold the exact accounts against.

#include <algorithm>
#include <cmath>
#include <vector>

#include "metrics/exposure/look_ahead.hpp"
#include "sim/random/draws.hpp"

namespace fieldtwin {

/// Uniform numbers, one after another.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : draws_(seed, 0) {}
  double u() { return draws_.uniform(Decision::kTest, next_++); }
  double between(double low, double high) { return low + (high - low) * u(); }
  bool happens(double probability) { return u() < probability; }
  double exponential(double rate) { return rate > 0.0 ? -std::log(u()) / rate : kForEver.value(); }

 private:
  Draws draws_;
  std::uint64_t next_ = 0;
};

/// Rules in which everything can happen within a few years. One in three has no requests.
inline HoldingRules random_rules(Chance& chance) {
  HoldingRules rules;
  for (std::size_t i = 0; i < kHolders; ++i) {
    rules.retention[i] = chance.between(0.0, 4.0) * kYear;
    const bool is_copy = i >= index_of(Holder::kIdentHart) && i < kFaceHolders;
    rules.number[i] = is_copy ? chance.between(0.0, 3.0) : 1.0;
    rules.delay[i] = is_copy ? chance.between(0.0, 1.5) * kYear : Seconds(0.0);
  }
  rules.copies_deleted = chance.u();
  rules.deletion_fails = chance.between(0.0, 0.6);
  rules.cleaned_up = chance.u();
  rules.cleanup_delay = chance.between(0.0, 2.0) * kYear;
  rules.request_hazard = chance.happens(1.0 / 3.0) ? 0.0 : chance.between(0.0, 1.0) / kYear.value();
  rules.request_time = chance.between(0.0, 2.0) * kYear;
  return rules;
}

/// Up to four cohorts of photos; some are taken all at one moment.
inline Flow random_flow(Chance& chance) {
  Flow flow;
  const int cohorts = 1 + static_cast<int>(4.0 * chance.u());
  for (int i = 0; i < cohorts; ++i) {
    const Seconds from = chance.between(0.0, 4.0) * kYear;
    const Seconds length = chance.happens(0.3) ? Seconds(0.0) : chance.between(0.1, 3.0) * kYear;
    flow.push_back({from, from + length, chance.between(1.0, 1e5)});
  }
  return flow;
}

/// What became of one photo in one place, by its age.
struct Fate {
  double in = 0.0;     //!< comes in [s]
  double due = 0.0;    //!< leaves, or ought to
  double gone = 0.0;   //!< leaves
  bool asked = false;  //!< left by request, in time

  bool here(double age) const { return age >= in && age < gone; }
  bool overdue(double age) const { return here(age) && age >= due; }
};

/// Follows the rules as they are written in words, one decision after another.
inline Fate fate_of(Holder place, double retention, const HoldingRules& rules, Chance& chance) {
  const std::size_t i = index_of(place);
  const bool is_copy = i >= index_of(Holder::kIdentHart) && place != Holder::kLog;
  // When the store's photo would be deleted by request, if nothing ended it before.
  const double asked = rules.request_time.value() + chance.exponential(rules.request_hazard);
  const double in = rules.delay[i].value();
  double due = in + rules.retention[i].value();
  bool by_request = false;
  if (place == Holder::kStore) {
    due = std::min(retention, asked);
    by_request = asked < retention;
  } else if (is_copy && chance.happens(rules.copies_deleted)) {
    by_request = asked < std::min(due, std::max(retention, in));
    due = std::max(in, std::min({due, retention, asked}));
  }
  Fate fate{in, due, due, by_request};
  if (!by_request && chance.happens(rules.deletion_fails)) {
    const bool found = chance.happens(rules.cleaned_up);
    fate.gone = found ? due + rules.cleanup_delay.value() : kForEver.value();
  }
  return fate;
}

}  // namespace fieldtwin
