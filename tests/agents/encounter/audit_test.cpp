#include "agents/encounter/audit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "recorded_run.hpp"

namespace fieldtwin {
namespace {

TEST(Audit, LooksAtItsShareOfTheScans) {
  const auto run = record_run(precinct(
      {"safeguards.audit.share=25 %", "safeguards.audit.effect=0 %", "safeguards.audit.time=7 min",
       "period.days=5"}));
  double audited = 0.0;
  for (const auto& record : run.encounters) {
    ASSERT_EQ(record.safeguards.auditing, record.safeguards.audited ? 7_min : 0_s);
    audited += record.safeguards.audited ? 1.0 : 0.0;
  }
  const auto all = static_cast<double>(run.encounters.size());
  EXPECT_NEAR(audited / all, 0.25, 5.0 * std::sqrt(0.25 * 0.75 / all));
}

TEST(Audit, WithoutEffectMovesNoEncounter) {
  const auto base = record_run(precinct()).by_id();
  const auto other =
      record_run(precinct({"safeguards.audit.share=50 %", "safeguards.audit.effect=0 %"})).by_id();
  ASSERT_EQ(base.size(), other.size());
  for (const auto& [id, record] : base) {
    ASSERT_EQ(record.steps.size(), other.at(id).steps.size());
    ASSERT_EQ(record.ended, other.at(id).ended);
  }
}

}  // namespace
}  // namespace fieldtwin
