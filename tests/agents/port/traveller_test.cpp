#include "agents/port/traveller.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "recorded_port.hpp"
#include "scenarios/fix.hpp"

namespace fieldtwin {
namespace {

class Travellers : public testing::Test {
 protected:
  static constexpr std::uint32_t kMany = 40'000;

  void with(const std::vector<std::string>& overrides) {
    scenario_ = fix_for_replication(airport(overrides), draws_);
    population_ = std::make_unique<Population>(scenario_, draws_.across_replications());
  }
  Traveller traveller(std::uint32_t i, Probability too_late = Probability(0.0)) const {
    return traveller_of(scenario_.port, *population_, draws_, 8, crossing_id(5, i), too_late);
  }
  double share(const std::function<bool(const Traveller&)>& is,
               Probability too_late = Probability(0.0)) const {
    double so = 0.0;
    for (std::uint32_t i = 0; i < kMany; ++i) so += is(traveller(i, too_late)) ? 1.0 : 0.0;
    return so / kMany;
  }
  /// Four standard deviations of a share.
  static double band(double p) { return 4.0 * std::sqrt(p * (1.0 - p) / kMany); }

  Draws draws_{11, 2};
  Scenario scenario_;
  std::unique_ptr<Population> population_;
};

bool is_enrolled(const Traveller& t) {
  return t.person.enrolment == Enrolment::kEnrolled;
}

TEST_F(Travellers, HaveStatusesByTheirWeights) {
  with({});
  const double weights = 38 + 14 + 10 + 36 + 0.5 + 1.5;
  EXPECT_NEAR(share([](const Traveller& t) { return t.person.status == Status::kTemporary; }),
              36 / weights, band(0.36));
  EXPECT_NEAR(share([](const Traveller& t) { return t.person.standing() == Standing::kCitizen; }),
              52 / weights, band(0.52));
}

TEST_F(Travellers, AreInTheGalleryIfOnTheManifestWithAPhoto) {
  with({"port.manifest.missing=10 %", "port.manifest.no_photo.citizen=20 %",
        "port.manifest.no_photo.lawful=20 %", "port.manifest.no_photo.removable=20 %",
        "port.impostors=5 %"});
  EXPECT_NEAR(share(is_enrolled), 0.9 * 0.8 * 0.95, band(0.68));
  EXPECT_NEAR(share(is_enrolled, Probability(0.5)), 0.9 * 0.8 * 0.95 * 0.5, band(0.34));
  EXPECT_EQ(share([](const Traveller& t) { return t.impostor && is_enrolled(t); }), 0.0);
}

/// The older the manifest, the more are missing: those whom a newer one misses, and others.
TEST_F(Travellers, WhomANewerManifestMissesAnOlderOneMissesToo) {
  with({});
  std::uint32_t newer = 0, older = 0;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const bool in_newer = is_enrolled(traveller(i, Probability(0.1)));
    const bool in_older = is_enrolled(traveller(i, Probability(0.4)));
    EXPECT_LE(in_older, in_newer);
    newer += in_newer ? 1 : 0;
    older += in_older ? 1 : 0;
  }
  EXPECT_LT(older, newer);
}

TEST_F(Travellers, OptOutOnlyIfTheyAreCitizens) {
  with({"port.opt_out_citizens=30 %"});
  EXPECT_NEAR(share([](const Traveller& t) { return t.opts_out; }), 0.3 * 0.52, band(0.156));
  EXPECT_EQ(share([](const Traveller& t) {
              return t.opts_out && t.person.standing() != Standing::kCitizen;
            }),
            0.0);
}

TEST_F(Travellers, AreTheSameWhateverElseChanges) {
  with({});
  const Traveller before = traveller(7);
  with({"port.opt_out_citizens=100 %", "port.manifest.missing=100 %"});
  const Traveller after = traveller(7);
  EXPECT_EQ(before.person.id, after.person.id);
  EXPECT_EQ(before.person.status, after.person.status);
  EXPECT_EQ(before.photo_age, after.photo_age);
  EXPECT_FALSE(is_enrolled(after));
}

}  // namespace
}  // namespace fieldtwin
