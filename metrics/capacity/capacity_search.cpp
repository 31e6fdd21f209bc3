#include "metrics/capacity/capacity_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace fieldtwin {
namespace {

constexpr double kStep = 1.01;
constexpr double kEarly = 0.999;  //!< confidence at which a point needs no more replications
constexpr std::int64_t kFirstStride = 16;  //!< percent steps: about a sixth

/// Whether a term surely holds, surely fails, or neither; by an estimate whose interval is that of
/// the confidence meant.
struct TermStanding {
  bool holds, surely_holds, surely_fails;
};

/// What never happened breaks no bound; what is the same in all replications is sure.
TermStanding standing_of(const ServiceTerm& term, const std::optional<Estimate>& estimate) {
  if (!estimate) return {true, true, false};
  const auto keeps = [&term](double value) {
    return term.bound == ServiceTerm::Bound::kAtMost ? value <= term.limit : value >= term.limit;
  };
  const bool holds = keeps(estimate->mean);
  if (!estimate->interval) {
    const bool sure = estimate->n > 1;
    return {holds, holds && sure, !holds && sure};
  }
  const bool low = keeps(estimate->interval->low), high = keeps(estimate->interval->high);
  return {holds, low && high, !low && !high};
}

TermStanding standing_of(const ServiceLevel& level,
                         const std::vector<std::optional<Estimate>>& terms) {
  TermStanding all{true, true, false};
  for (std::size_t i = 0; i < level.size(); ++i) {
    const TermStanding one = standing_of(level[i], terms[i]);
    all.holds &= one.holds;
    all.surely_holds &= one.surely_holds;
    all.surely_fails |= one.surely_fails;
  }
  return all;
}

class Search {
 public:
  Search(const CapacityQuestion& question, const MeasureAtLoad& measure)
      : question_(question), measure_(measure) {
    const std::int64_t start = step_of(question.start);
    std::int64_t lowest = step_of(question.from.value_or(question.start / 1000.0));
    std::int64_t highest = step_of(question.to.value_or(question.start * 1000.0));
    if (question.steps == Steps::kWhole) lowest = std::max<std::int64_t>(1, lowest);
    highest = std::max(highest, lowest);
    easiest_ = harder() ? lowest : -highest;
    hardest_ = harder() ? highest : -lowest;
    start_ = std::clamp(harder() ? start : -start, easiest_, hardest_);
  }

  CapacityAnswer run() {
    const auto holds = last_where([this](std::int64_t t) { return at(t).standing.holds; }, start_);
    const auto sure = last_where([this](std::int64_t t) { return at(t).standing.surely_holds; },
                                 holds.value_or(easiest_));
    const auto open = last_where([this](std::int64_t t) { return !at(t).standing.surely_fails; },
                                 holds.value_or(easiest_));
    CapacityAnswer answer{
        CapacityAnswer::Outcome::kFound, std::nullopt, std::nullopt, std::nullopt, {}};
    if (!holds) answer.outcome = CapacityAnswer::Outcome::kNeverHolds;
    if (holds == hardest_) answer.outcome = CapacityAnswer::Outcome::kAlwaysHolds;
    if (holds) answer.value = value(*holds);
    if (sure) answer.sure = value(*sure);
    if (!open) answer.bound = value(easiest_);
    if (open && *open < hardest_) answer.bound = value(*open + 1);
    for (const auto& [t, reading] : readings_) answer.points.push_back(reading.point);
    std::ranges::sort(answer.points, {}, &CapacityPoint::value);
    return answer;
  }

 private:
  /// A point with how it stands at the usual confidence.
  struct Reading {
    CapacityPoint point;
    TermStanding standing;
  };

  bool harder() const { return question_.effect == Effect::kHarder; }
  double value(std::int64_t t) const { return value_of_step(question_.steps, harder() ? t : -t); }
  std::int64_t step_of(double value) const {
    if (question_.steps == Steps::kWhole) return std::llround(value);
    return std::llround(std::log(value) / std::log(kStep));
  }

  /// Confidence of each of several intervals that are to hold together.
  double shared(double confidence) const {
    return 1.0 - (1.0 - confidence) / static_cast<double>(question_.level.size());
  }

  /// `t` grows as the level gets harder to keep.
  const Reading& at(std::int64_t t) {
    const auto known = readings_.find(t);
    if (known != readings_.end()) return known->second;
    const double x = value(t);
    std::uint32_t n = std::min(question_.fewest_replications, question_.most_replications);
    while (n < question_.most_replications) {
      const auto early = standing_of(question_.level, measure_(x, n, shared(kEarly)));
      if (early.surely_holds || early.surely_fails) break;
      n = std::min(2 * n, question_.most_replications);
    }
    const TermStanding standing =
        standing_of(question_.level, measure_(x, n, shared(kUsualConfidence)));
    const CapacityPoint point{
        x, n, measure_(x, n, kUsualConfidence),
        standing.holds ? CapacityPoint::Verdict::kHolds : CapacityPoint::Verdict::kFails,
        standing.surely_holds || standing.surely_fails ? CapacityPoint::Certainty::kSure
                                                       : CapacityPoint::Certainty::kOpen};
    return readings_.emplace(t, Reading{point, standing}).first->second;
  }

  /// The last t at which something is so that is so up to some t and not after it; nothing if it is
  /// so nowhere.
  template <class Is>
  std::optional<std::int64_t> last_where(Is is, std::int64_t begin) {
    std::int64_t stride = question_.steps == Steps::kWhole ? 1 : kFirstStride;
    std::int64_t yes = begin, no = begin;
    if (is(begin)) {
      do {
        yes = no;
        if (yes == hardest_) return yes;
        no = std::min(hardest_, yes + stride);
        stride *= 2;
      } while (is(no));
    } else {
      do {
        no = yes;
        if (no == easiest_) return std::nullopt;
        yes = std::max(easiest_, no - stride);
        stride *= 2;
      } while (!is(yes));
    }
    while (no - yes > 1) {
      const std::int64_t middle = yes + (no - yes) / 2;
      (is(middle) ? yes : no) = middle;
    }
    return yes;
  }

  const CapacityQuestion& question_;
  const MeasureAtLoad& measure_;
  std::int64_t easiest_, hardest_, start_;
  std::map<std::int64_t, Reading> readings_;
};

}  // namespace

double value_of_step(Steps steps, std::int64_t k) {
  if (steps == Steps::kWhole) return static_cast<double>(k);
  return std::strtod(fmt::format("{:.3e}", std::pow(kStep, static_cast<double>(k))).c_str(),
                     nullptr);
}

CapacityAnswer search_capacity(const CapacityQuestion& question, const MeasureAtLoad& measure) {
  return Search(question, measure).run();
}

bool is_monotone(const CapacityAnswer& answer, Effect effect) {
  bool failed = effect == Effect::kEasier;
  const bool first = failed;
  for (const CapacityPoint& point : answer.points) {
    if (point.certainty == CapacityPoint::Certainty::kOpen) continue;
    const bool fails = point.verdict == CapacityPoint::Verdict::kFails;
    if (fails == first && failed != first) return false;
    failed = fails;
  }
  return true;
}

}  // namespace fieldtwin
