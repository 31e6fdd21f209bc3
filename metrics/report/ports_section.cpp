#include "metrics/port/port_metrics.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {

/// Every metric about ports with a value; null for a study without ports.
Json ports_section(const StudyData& study) {
  Json rows = Json::array();
  for (const Metric& metric : port_metrics()) {
    Json value = measured(metric.estimator, study);
    if (value.is_null()) continue;
    rows.push_back({{"key", metric.name},
                    {"value", std::move(value)},
                    {"unit", metric.unit},
                    {"meaning", metric.meaning}});
  }
  if (rows.empty()) return nullptr;
  Json gaps = Json::array();
  const Series all{port(PortAmount::kTravellers)};
  for (std::size_t i = 1; i < kCrossingGaps; ++i) {
    const Series gap{port(missed_by(static_cast<CrossingGap>(i)))};
    gaps.push_back({{"gap", kCrossingGapNames[i]}, {"share", measured(ShareOf{gap, all}, study)}});
  }
  return {{"rows", std::move(rows)}, {"gaps", std::move(gaps)}};
}

}  // namespace fieldtwin
