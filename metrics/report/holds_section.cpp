#include "metrics/labels.hpp"
#include "metrics/report/sections.hpp"

namespace fieldtwin {
namespace {

constexpr double kPer100k = 1e5;
constexpr Amount kWrongful = wrongful_count(WrongfulKind::kAny);

Json kinds(const StudyData& study) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < kWrongfulKinds; ++i) {
    const auto kind = static_cast<WrongfulKind>(i);
    const Series count{wrongful_count(kind)};
    const RateOf rate{count, {Amount::kScans}, kPer100k};
    rows.push_back({{"kind", kWrongfulKindNames[i]},
                    {"label", kWrongfulTexts[i].label},
                    {"definition", kWrongfulTexts[i].definition},
                    {"count", measured(CountOf{count}, study)},
                    {"per_100k_scans", measured(rate, study)},
                    {"person_hours", measured(AmountOf{{wrongful_hours(kind)}}, study)}});
  }
  const Series prolonged{Amount::kProlonged};
  rows.push_back(
      {{"kind", "prolonged"},
       {"label", kProlongedText.label},
       {"definition", kProlongedText.definition},
       {"count", measured(CountOf{prolonged}, study)},
       {"per_100k_scans", measured(RateOf{prolonged, {Amount::kScans}, kPer100k}, study)},
       {"person_hours", measured(AmountOf{{Amount::kProlongedHours}}, study)}});
  return rows;
}

/// Harms by what took longest, or by who could have stopped them.
template <std::size_t n>
Json by_key(const StudyData& study, const char* key, Amount harm, Grouping dimension,
            const std::array<std::string_view, n>& names,
            const std::array<std::string_view, n>& labels) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < n; ++i) {
    const Series count{harm, dimension, std::string(names[i])};
    rows.push_back({{key, names[i]},
                    {"label", labels[i]},
                    {"count", measured(CountOf{count}, study)},
                    {"share", measured(ShareOf{count, {harm}}, study)}});
  }
  return rows;
}

/// Wrongful holds by HoldOrigin or by HoldDecision.
template <class Enum, std::size_t n>
Json by_cause(const StudyData& study, const char* key, Grouping dimension,
              const std::array<std::string_view, n>& labels) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < n; ++i) {
    const std::string name(name_of(static_cast<Enum>(i)));
    const Series count{kWrongful, dimension, name};
    rows.push_back({{key, name},
                    {"label", labels[i]},
                    {"count", measured(CountOf{count}, study)},
                    {"share", measured(ShareOf{count, {kWrongful}}, study)}});
  }
  return rows;
}

/// Scans and wrongful holds by what people are; without those of whom nobody was scanned.
template <std::size_t n>
Json by_people(const StudyData& study, const char* key, Grouping dimension,
               const std::array<std::string_view, n>& names,
               const std::array<std::string_view, n>& labels) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < n; ++i) {
    const Series count{kWrongful, dimension, std::string(names[i])};
    const Series scans{Amount::kScans, dimension, std::string(names[i])};
    const Json rate = measured(RateOf{count, scans, kPer100k}, study);
    if (rate.is_null()) continue;
    rows.push_back({{key, names[i]},
                    {"label", labels[i]},
                    {"scans", measured(CountOf{scans}, study)},
                    {"count", measured(CountOf{count}, study)},
                    {"per_100k_scans", rate}});
  }
  return rows;
}

}  // namespace

Json holds_section(const StudyData& study) {
  Json causes = by_cause<HoldOrigin>(study, "cause", Grouping::kCause, kOriginLabels);
  // A wrongful hold on the person's own record where that is right is a contradiction: a row that
  // says so every time tells the reader nothing.
  const std::size_t right = index_of(HoldOrigin::kRightRecord);
  if (causes[right]["count"]["mean"] == 0.0) causes.erase(right);
  return {
      {"kinds", kinds(study)},
      {"all", measured(CountOf{{Amount::kHolds}}, study)},
      {"prolonged_stops", measured(CountOf{{Amount::kProlonged}}, study)},
      {"by_cause", std::move(causes)},
      {"by_decision",
       by_cause<HoldDecision>(study, "decision", Grouping::kDecision, kDecisionLabels)},
      {"by_party", by_key(study, "party", kWrongful, Grouping::kParty, kPartyNames, kPartyLabels)},
      {"prolonged_by_party",
       by_key(study, "party", Amount::kProlonged, Grouping::kParty, kPartyNames, kPartyLabels)},
      {"prolonged_by_delay",
       by_key(study, "delay", Amount::kProlonged, Grouping::kDelay, kDelayNames, kDelayLabels)},
      {"by_group",
       by_people(study, "group", Grouping::kEthnicity, kEthnicityNames, kEthnicityLabels)},
      {"by_status", by_people(study, "status", Grouping::kStatus, kStatusNames, kStatusLabels)}};
}

}  // namespace fieldtwin
