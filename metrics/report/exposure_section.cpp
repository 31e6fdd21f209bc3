#include "metrics/labels.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {

Json exposure_section(const StudyData& study) {
  struct Row {
    const char* key;
    const char* label;
    Amount amount;
  };
  static constexpr std::array<Row, 7> kRows{{
      {"images", "Photos kept", Amount::kImages},
      {"citizen_images", "Of these, of US citizens", Amount::kCitizenImages},
      {"image_years", "Photo-years", Amount::kImageYears},
      {"copies", "Copies", Amount::kCopies},
      {"people_with_access", "People with access", Amount::kPeopleWithAccess},
      {"breached_images", "Photos expected to be taken in a breach", Amount::kBreachedImages},
      {"exposures", "Times a photo is expected to be taken", Amount::kExposures},
  }};
  Json rows = Json::array();
  for (const auto& [key, label, amount] : kRows) {
    const Metric& metric = *metric_named(name_of(amount));
    rows.push_back({{"key", key},
                    {"label", label},
                    {"value", measured(metric.estimator, study)},
                    {"unit", metric.unit},
                    {"meaning", metric.meaning}});
  }
  Json by_status = Json::array();
  for (std::size_t i = 0; i < kStatuses; ++i) {
    const std::string status(kStatusNames[i]);
    const Series images{Amount::kImages, Grouping::kStatus, status};
    const Series years{Amount::kImageYears, Grouping::kStatus, status};
    by_status.push_back({{"status", status},
                         {"label", kStatusLabels[i]},
                         {"images", measured(CountOf{images}, study)},
                         {"image_years", measured(AmountOf{years}, study)}});
  }
  return {{"rows", rows}, {"by_status", by_status}, {"horizon", exposure_horizon(study)}};
}

}  // namespace fieldtwin
