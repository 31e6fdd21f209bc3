#pragma once
/// The last point at which a service level holds, as one thing is varied.

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "metrics/capacity/service_level.hpp"

namespace fieldtwin {

/// Whether more of what is varied makes the service level harder to keep (load) or easier (agents).
enum class Effect { kHarder, kEasier };

/// Values that what is varied can take: whole numbers, or positive numbers in steps of a percent.
enum class Steps { kWhole, kPercent };

struct CapacityQuestion {
  ServiceLevel level;
  Effect effect = Effect::kHarder;
  Steps steps = Steps::kPercent;
  double start = 1.0;                        //!< where the search begins
  std::optional<double> from = {}, to = {};  //!< how far it may go; without them, a thousandfold
  std::uint32_t fewest_replications = 10;    //!< of each point
  std::uint32_t most_replications = 40;      //!< of points that chance leaves undecided
};

/// What is known of one point: the estimate of each term's metric, with the interval asked for.
/// Equal replications of different points have the same luck.
using MeasureAtLoad = std::function<std::vector<std::optional<Estimate>>(
    double value, std::uint32_t replications, double confidence)>;

/// One point that was simulated.
struct CapacityPoint {
  double value;
  std::uint32_t replications;
  std::vector<std::optional<Estimate>> terms;       //!< with their usual intervals
  enum class Verdict { kHolds, kFails } verdict;    //!< by the estimates
  enum class Certainty { kSure, kOpen } certainty;  //!< whether the interval tells
};

/// The answer: the best value at which the level holds, and an interval for where it truly ceases
/// to hold.
///
/// The interval inverts the test of each point: it holds all values of which the replications, at
/// 95 %, tell neither that the level holds nor that it fails. At the true crossing the metric is at
/// its limit, and a 95 % interval of the metric leaves that out in 5 % of all studies at most, so
/// the interval misses the true crossing no more often (Fieller's argument). With k terms each
/// is given 1 - 5 %/k.
struct CapacityAnswer {
  enum class Outcome {
    kFound,
    kNeverHolds,   //!< nowhere in the range searched
    kAlwaysHolds,  //!< everywhere in it
  } outcome;
  std::optional<double> value;        //!< kFound, kAlwaysHolds: the best value at which it holds
  std::optional<double> sure;         //!< up to here it surely holds; nothing if nowhere
  std::optional<double> bound;        //!< from here on it surely fails; nothing if nowhere
  std::vector<CapacityPoint> points;  //!< by rising value
};

/// Searches by doubling steps, then bisection: for the answer and for both ends of the interval.
/// A point gets more replications, twice as many each time, until a 99.9 % interval tells on which
/// side it is, or it has the most. Supposes that the level gets no easier to keep on the way; see
/// is_monotone.
CapacityAnswer search_capacity(const CapacityQuestion& question, const MeasureAtLoad& measure);

/// Whether the points' verdicts change once only, apart from those that are open.
bool is_monotone(const CapacityAnswer& answer, Effect effect);

/// The k-th value: k itself, or 1.01^k to four digits.
double value_of_step(Steps steps, std::int64_t k);

}  // namespace fieldtwin
