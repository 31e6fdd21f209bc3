#include "metrics/exposure/spell.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

/// The integral of `discounted` over the length from 0 on: (x - (1 - exp(-h x)) / h) / h. By its
/// series where the difference would lose its digits.
double discounted_twice(double rate, double length) {
  const double product = rate * length;
  if (product < 1e-3) {
    return length * length * (0.5 - product / 6.0 + product * product / 24.0);
  }
  return (length - discounted(rate, length)) / rate;
}

/// How much of a spell has passed at an age.
double passed(const Spell& spell, double age) {
  return std::clamp(std::min(age, spell.until.value()) - spell.from.value(), 0.0,
                    std::numeric_limits<double>::infinity());
}

}  // namespace

double discounted(double rate, double length) {
  return rate > 0.0 ? -std::expm1(-rate * length) / rate : length;
}

double present(const Spells& spells, Seconds age) {
  double sum = 0.0;
  for (const Spell& spell : spells) {
    if (age < spell.from || age >= spell.until) continue;
    sum += spell.share * std::exp(-spell.hazard * (age - spell.from).value());
  }
  return sum;
}

double time_present(const Spells& spells, Seconds age) {
  double sum = 0.0;
  for (const Spell& spell : spells) {
    sum += spell.share * discounted(spell.hazard, passed(spell, age.value()));
  }
  return sum;
}

double photo_seconds(const Spells& spells, Seconds age) {
  double sum = 0.0;
  for (const Spell& spell : spells) {
    const double length = passed(spell, age.value());
    if (length == 0.0) continue;
    const double after = std::max(0.0, age.value() - spell.until.value());  // since its end
    sum += spell.share *
           (discounted_twice(spell.hazard, length) + after * discounted(spell.hazard, length));
  }
  return sum;
}

Flow yearly_flow(double per_second, double growth, Seconds horizon) {
  if (growth == 1.0) return {{Seconds(0.0), horizon, per_second * horizon.value()}};
  Flow flow;
  double rate = per_second;
  for (Seconds from{0.0}; from < horizon && rate > 0.0; from += kYear, rate *= growth) {
    const Seconds until = std::min(from + kYear, horizon);
    flow.push_back({from, until, rate * (until - from).value()});
  }
  return flow;
}

double created(const Flow& flow, Seconds at) {
  double sum = 0.0;
  for (const auto& [from, until, number] : flow) {
    if (at < from) continue;
    sum += at >= until ? number : number * ((at - from) / (until - from));
  }
  return sum;
}

double stock(const Flow& flow, const Spells& spells, Seconds at) {
  double sum = 0.0;
  for (const auto& [from, until, number] : flow) {
    if (at < from) continue;
    if (from == until) {
      sum += number * present(spells, at - from);
    } else {
      sum += number / (until - from).value() *
             (time_present(spells, at - from) - time_present(spells, at - until));
    }
  }
  return sum;
}

double photo_years(const Flow& flow, const Spells& spells, Seconds at) {
  double sum = 0.0;
  for (const auto& [from, until, number] : flow) {
    if (at < from) continue;
    if (from == until) {
      sum += number * time_present(spells, at - from);
    } else {
      sum += number / (until - from).value() *
             (photo_seconds(spells, at - from) - photo_seconds(spells, at - until));
    }
  }
  return sum / kYear.value();
}

}  // namespace fieldtwin
