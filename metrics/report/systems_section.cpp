#include "metrics/labels.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {

/// What each system contributes, where several run in one world; else empty.
Json systems_section(const StudyData& study) {
  Json rows = Json::array();
  if (!study.has(Grouping::kSystem)) return rows;
  for (std::size_t i = 0; i < kSystems; ++i) {
    const std::string system(kSystemNames[i]);
    const auto count = [&](Amount amount) {
      return measured(CountOf{{amount, Grouping::kSystem, system}}, study);
    };
    const Series officers{Amount::kOfficersEquipped, Grouping::kSystem, system};
    const double equipped = mean_with_t_interval(study.series(officers)).mean;
    const Series stops{Amount::kStops, Grouping::kSystem, system};
    if (equipped == 0.0 && mean_with_t_interval(study.series(stops)).mean == 0.0) continue;
    // The officers of ports are those of each gate: nobody counts them.
    const bool counted = static_cast<SystemKind>(i) != SystemKind::kTvs;
    rows.push_back({{"system", system},
                    {"label", kSystemLabels[i]},
                    {"officers", counted ? Json(equipped) : Json(nullptr)},
                    {"stops", count(Amount::kStops)},
                    {"scans", count(Amount::kScans)},
                    {"calls", count(Amount::kCalls)},
                    {"holds", count(Amount::kHolds)},
                    {"wrongful", count(wrongful_count(WrongfulKind::kAny))},
                    {"images", count(Amount::kImages)}});
  }
  return rows;
}

}  // namespace fieldtwin
