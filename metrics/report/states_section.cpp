#include "metrics/report/sections.hpp"
#include "metrics/sectioning.hpp"

namespace fieldtwin {

/// The states that have officers.
Json states_section(const StudyData& study, const ScenarioFacts& facts) {
  Json rows = Json::array();
  for (const StateFacts& state : facts.states) {
    const auto series = [&](Amount amount) {
      return Series{amount, Grouping::kState, state.postal};
    };
    const auto count = [&](Amount amount) { return measured(CountOf{series(amount)}, study); };
    const double officers = mean_with_t_interval(study.series(series(Amount::kOfficers))).mean;
    if (officers == 0.0) continue;
    const auto p95 = quantile_by_sectioning(study.stage(Stage::kAnswer, state.postal).batches, 0.95,
                                            study.replications());
    rows.push_back({{"fips", state.fips},
                    {"postal", state.postal},
                    {"name", state.name},
                    {"officers", officers},
                    {"agreements", state.agreements},
                    {"scans", count(Amount::kScans)},
                    {"answer_p95_s", p95 ? to_json(p95) : Json(nullptr)},
                    {"calls", count(Amount::kCalls)},
                    {"holds", count(Amount::kHolds)},
                    {"wrongful", count(wrongful_count(WrongfulKind::kAny))},
                    {"images", count(Amount::kImages)}});
  }
  return rows;
}

}  // namespace fieldtwin
