#include "metrics/timeline/fault_estimates.hpp"

#include <algorithm>
#include <array>

#include "metrics/statistics/not_below_zero.hpp"

namespace fieldtwin {
namespace {

using Recovers = FaultCurve::Recovers;
using Where = FaultCurve::Where;

constexpr double kPerMinute = 60.0 / kTimelineBin.value();
constexpr double kPerHour = 3600.0 / kTimelineBin.value();
constexpr double kAverage = 1.0 / kTimelineBin.value();

constexpr std::array<FaultCurve, 12> kCurves{{
    {"requests", "Requests at the service", "a minute", Measure::kRequests, {}, kPerMinute,
     Recovers::kNo, Where::kBoth},
    {"in_service", "Requests in the service", "at a time", Measure::kInServiceSeconds, {}, kAverage,
     Recovers::kYes},
    {"failed_scans", "Scans without an answer", "share", Measure::kFailed, Measure::kScans, 1.0,
     Recovers::kYes},
    {"answer_wait", "Wait for the answer", "s", Measure::kAnswerSeconds, Measure::kAnswers, 1.0,
     Recovers::kYes},
    {"ice_queue", "Calls in ICE’s queue", "at a time", Measure::kDeskWaitingSeconds, {}, kAverage,
     Recovers::kYes, Where::kBoth},
    {"ice_wait", "Wait for ICE", "s", Measure::kIceWaitSeconds, Measure::kCalls, 1.0,
     Recovers::kYes, Where::kBoth},
    {"wrongful_holds", "Wrongful holds", "an hour", Measure::kWrongful, {}, kPerHour, Recovers::kNo,
     Where::kBoth},
    {"kept_in_silence", "People kept for want of an answer", "an hour", Measure::kSilentHeld, {},
     kPerHour, Recovers::kNo},
    {"not_found", "Travellers not found in the gallery", "share", Measure::kNotFound,
     Measure::kTravellers, 1.0, Recovers::kYes, Where::kPorts},
    {"manual_checks", "Travellers whose documents are checked", "share", Measure::kManualChecks,
     Measure::kTravellers, 1.0, Recovers::kYes, Where::kPorts},
    {"unconfirmed", "Travellers let through unconfirmed", "share", Measure::kUnconfirmed,
     Measure::kTravellers, 1.0, Recovers::kYes, Where::kPorts},
    {"crossing_time", "From the line to the end of the crossing", "s", Measure::kCrossingSeconds,
     Measure::kTravellers, 1.0, Recovers::kYes, Where::kPorts},
}};

std::vector<double> scaled(std::vector<double> values, double scale) {
  for (double& value : values) value *= scale;
  return values;
}

/// The sums over some bins, by replication.
std::vector<double> sums(const FaultData& data, FaultWorld world, Measure measure,
                         std::span<const std::size_t> bins) {
  std::vector<double> sums(data.values(world, bins.front(), measure).size(), 0.0);
  for (const std::size_t bin : bins) {
    const auto& values = data.values(world, bin, measure);
    for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += values[r];
  }
  return sums;
}

std::optional<Estimate> estimate(const FaultData& data, const FaultCurve& curve, FaultWorld world,
                                 std::span<const std::size_t> bins) {
  if (bins.empty()) return std::nullopt;
  const auto above = sums(data, world, curve.above, bins);
  if (curve.below) {
    const auto ratio = ratio_estimate(above, sums(data, world, *curve.below, bins));
    return ratio ? std::optional(not_below_zero(*ratio)) : ratio;
  }
  return not_below_zero(
      mean_with_t_interval(scaled(above, curve.scale / static_cast<double>(bins.size()))));
}

Course course(const FaultData& data, const FaultCurve& curve, FaultWorld world,
              const std::vector<std::size_t>& bins) {
  Course course;
  for (const std::size_t bin : bins) {
    course.above.push_back(data.values(world, bin, curve.above));
    if (curve.below) course.below.push_back(data.values(world, bin, *curve.below));
  }
  return course;
}

Estimate more(const FaultData& data, Measure measure, std::span<const std::size_t> bins) {
  std::vector<double> more = sums(data, FaultWorld::kAsItIs, measure, bins);
  const std::vector<double> ever = sums(data, FaultWorld::kWithout, measure, bins);
  for (std::size_t r = 0; r < more.size(); ++r) more[r] -= ever[r];
  return mean_with_t_interval(more);
}

/// The later of two recoveries; never, if one never comes.
Recovery later(const Recovery& a, const Recovery& b) {
  Recovery out;
  if (a.seconds && b.seconds) out.seconds = std::max(*a.seconds, *b.seconds);
  if (a.interval && b.interval) {
    out.interval = Interval{std::max(a.interval->low, b.interval->low),
                            std::max(a.interval->high, b.interval->high)};
  }
  return out;
}

/// Bins that are shown together: one by one, or an hour's where there are more than three days.
std::vector<std::vector<std::size_t>> rows_of(const std::vector<std::size_t>& bins) {
  constexpr std::size_t kThreeDays = 288, kHour = 4;
  const std::size_t together = bins.size() > kThreeDays ? kHour : 1;
  std::vector<std::vector<std::size_t>> rows;
  for (std::size_t i = 0; i < bins.size(); ++i) {
    if (i % together == 0) rows.emplace_back();
    rows.back().push_back(bins[i]);
  }
  return rows;
}

/// Whether there is any of it, in any bin of either world.
bool is_there(const FaultData& data, Measure measure) {
  for (const auto& world : data.worlds) {
    for (const BinValues& bin : world) {
      for (const double value : bin[index_of(measure)]) {
        if (value != 0.0) return true;
      }
    }
  }
  return false;
}

/// Where something happens in a study: nothing at ports without travellers.
struct Places {
  bool officers;
  bool ports;

  bool have(Where where) const {
    if (where == Where::kBoth) return true;
    return where == Where::kPorts ? ports : officers;
  }
};

Places places_of(const FaultData& data) {
  const bool ports = is_there(data, Measure::kTravellers);
  return {!ports || is_there(data, Measure::kScans), ports};
}

FaultEstimate estimate_fault(const FaultData& data, const FaultData::OfFault& of,
                             const Places& places) {
  const std::vector<std::size_t> bins = bins_around(data, of.fault);
  const auto rows = rows_of(bins);
  FaultEstimate out{&of, {}, 0.0, {}, {0.0, std::nullopt}, {}, {}, {}, {}};
  for (const auto& row : rows) {
    out.begins.push_back(data.bins[row.front()] * kTimelineBin.value());
    out.row_length = std::max(out.row_length, static_cast<double>(row.size()) * kTimelineBin.value());
  }
  std::vector<std::size_t> touched, from_then_on;
  RecoveryWindow window{{}, of.fault.until.value()};
  for (const std::size_t bin : bins) {
    const double begins = data.bins[bin] * kTimelineBin.value();
    window.begins.push_back(begins);
    if (begins + kTimelineBin.value() <= of.fault.from.value()) continue;
    from_then_on.push_back(bin);
    if (begins < of.fault.until.value()) touched.push_back(bin);
  }
  const std::size_t replications = of.events[0].size();
  bool first = true;
  for (const FaultCurve& curve : kCurves) {
    if (!places.have(curve.where)) continue;
    CurveEstimate estimated{&curve, {}, {}, {}, {}, {}};
    for (const auto& row : rows) {
      estimated.as_it_is.push_back(estimate(data, curve, FaultWorld::kAsItIs, row));
      estimated.without.push_back(estimate(data, curve, FaultWorld::kWithout, row));
    }
    estimated.during_as_it_is = estimate(data, curve, FaultWorld::kAsItIs, touched);
    estimated.during_without = estimate(data, curve, FaultWorld::kWithout, touched);
    if (curve.recovers == Recovers::kYes) {
      estimated.recovery =
          recovery_with_interval(course(data, curve, FaultWorld::kAsItIs, bins),
                                 course(data, curve, FaultWorld::kWithout, bins), window,
                                 replications);
      out.recovery = first ? estimated.recovery : later(out.recovery, estimated.recovery);
      first = false;
    }
    out.curves.push_back(std::move(estimated));
  }
  if (!from_then_on.empty()) {
    out.more_failed_scans = more(data, Measure::kFailed, from_then_on);
    out.more_wrongful_holds = more(data, Measure::kWrongful, from_then_on);
    out.more_kept_in_silence = more(data, Measure::kSilentHeld, from_then_on);
    if (places.ports) out.more_manual_checks = more(data, Measure::kManualChecks, from_then_on);
  }
  return out;
}

}  // namespace

std::span<const FaultCurve> fault_curves() {
  return kCurves;
}

std::vector<FaultEstimate> fault_estimates(const FaultData& data) {
  const Places places = places_of(data);
  std::vector<FaultEstimate> estimates;
  for (const FaultData::OfFault& fault : data.faults) {
    estimates.push_back(estimate_fault(data, fault, places));
  }
  return estimates;
}

}  // namespace fieldtwin
