#include <algorithm>
#include <cmath>
#include <map>

#include "metrics/labels.hpp"
#include "metrics/report/sections.hpp"
#include "metrics/statistics/not_below_zero.hpp"

namespace fieldtwin {
namespace {

constexpr double kCoarseBinsPerDecade = 10.0;

/// A histogram in about ten bins a decade, as [[low_s, high_s, share], ...]. A fine bucket falls
/// into the coarse bin of its lower end, and a coarse bin ends where its last bucket does, so that
/// neighbours never overlap.
Json coarse(const LogLinearHistogram& histogram) {
  struct Bin {
    double low, high;
    std::uint64_t count;
  };
  std::map<int, Bin> bins;
  for (const auto& bucket : histogram.buckets()) {
    const double at = std::max(bucket.low(), LogLinearHistogram::kSmallest / 2.0);
    const int number = static_cast<int>(std::floor(std::log10(at) * kCoarseBinsPerDecade));
    Bin& bin = bins.try_emplace(number, Bin{bucket.low(), bucket.high(), 0}).first->second;
    bin.high = bucket.high();
    bin.count += bucket.count;
  }
  Json rows = Json::array();
  const double total = static_cast<double>(histogram.count());
  for (const auto& [number, bin] : bins) {
    rows.push_back({bin.low, bin.high, static_cast<double>(bin.count) / total});
  }
  return rows;
}

}  // namespace

Json funnel_section(const StudyData& study) {
  struct Step {
    const char* key;
    const char* label;
    Amount amount;
  };
  static constexpr std::array<Step, 8> kSteps{{
      {"stops", "People stopped", Amount::kStops},
      {"scans", "Scan started", Amount::kScans},
      {"submitted", "Photo sent", Amount::kSubmitted},
      {"answered", "Answer received", Amount::kAnswered},
      {"contact_ice", "Answer “contact ICE”", Amount::kContactIce},
      {"calls", "ICE called", Amount::kScansCalled},
      {"holds", "Person held", Amount::kHolds},
      {"wrongful", "Held wrongly", wrongful_count(WrongfulKind::kAny)},
  }};
  Json rows = Json::array();
  for (const auto& [key, label, amount] : kSteps) {
    const Json count = measured(CountOf{{amount}}, study);
    rows.push_back({{"key", key}, {"label", label}, {"count", count}});
  }
  return rows;
}

Json failures_section(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 1; i < kOutcomeLabels.size(); ++i) {
    const auto outcome = static_cast<ScanOutcome>(i);
    const Series failed{failed_by(outcome)};
    rows.push_back({{"reason", name_of(outcome)},
                    {"label", kOutcomeLabels[i]},
                    {"count", measured(CountOf{failed}, study)},
                    {"share_of_scans", measured(ShareOf{failed, {Amount::kScans}}, study)}});
  }
  return rows;
}

/// The stages that were ever reached.
Json latency_section(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    LogLinearHistogram all;
    for (const LogLinearHistogram& batch : study.stage(stage).batches) all.merge(batch);
    if (all.count() == 0) continue;
    rows.push_back({{"stage", kStageNames[i]},
                    {"label", kStageTexts[i].label},
                    {"meaning", kStageTexts[i].meaning},
                    {"mean", measured(LatencyMean{stage}, study)},
                    {"p50", measured(LatencyQuantile{stage, 0.50}, study)},
                    {"p95", measured(LatencyQuantile{stage, 0.95}, study)},
                    {"p99", measured(LatencyQuantile{stage, 0.99}, study)},
                    {"histogram", coarse(all)}});
  }
  return rows;
}

Json desk_section(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < study.desk().size(); ++i) {
    const DeskSlot& slot = study.desk()[i];
    const auto wait = ratio_estimate(slot.wait_seconds, slot.calls);
    rows.push_back({{"hour", static_cast<double>(i) * (kDeskBin.value() / 3600.0)},
                    {"agents", to_json(not_below_zero(mean_with_t_interval(slot.agents)))},
                    {"busy", to_json(not_below_zero(mean_with_t_interval(slot.busy)))},
                    {"waiting", to_json(not_below_zero(mean_with_t_interval(slot.waiting)))},
                    {"calls", to_json(not_below_zero(mean_with_t_interval(slot.calls)))},
                    {"wait_s", wait ? to_json(wait) : Json(nullptr)}});
  }
  return {{"bin_minutes", kDeskBin.value() / 60.0}, {"clock", "Eastern time"}, {"rows", rows}};
}

}  // namespace fieldtwin
