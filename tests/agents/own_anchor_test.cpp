/// A day in which the matcher errs as searches of modelled people do.

#include <gtest/gtest.h>

#include <cmath>

#include "fidelity.hpp"
#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

TEST(OwnAnchor, MissesAsManyAsTheCalibrationDid) {
  auto overrides = frequent_errors(10'000, 0.33);
  overrides.insert(overrides.end(),
                   {"matcher.anchor=own-synthetic", "matcher.threshold=fixed_fpir",
                    "matcher.fpir=1 %", "gallery.images_per_person=1", "network.fidelity=delay",
                    "encounters.stops_per_shift=40"});
  double searched = 0.0, missed = 0.0;
  for (const auto& record : record_run(smooth_precinct(overrides)).encounters) {
    if (!record.enrolled || record.match_truth == MatchTruth::kNotSearched) continue;
    searched += 1.0;
    missed += record.match_truth == MatchTruth::kNobody ? 1.0 : 0.0;
  }
  ASSERT_GT(searched, 500.0);
  constexpr double kFnir = 0.261 * 0.99;  // of the row; a miss may be a false match
  EXPECT_NEAR(missed / searched, kFnir, 4.0 * std::sqrt(kFnir * (1.0 - kFnir) / searched));
}

}  // namespace
}  // namespace fieldtwin
