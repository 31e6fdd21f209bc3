/// What breaches are expected to take, against single photos and single incidents.

#include "metrics/exposure/breach.hpp"

#include <gtest/gtest.h>

#include <random>

#include "histories.hpp"

namespace fieldtwin {
namespace {

constexpr Seconds kHorizon = 6.0 * kYear;

/// Rules under which a photo is taken about once in six years.
ProgrammeRules random_programme(std::uint64_t number) {
  Chance chance(number);
  ProgrammeRules rules;
  rules.holding = random_rules(chance);
  for (double& copies : rules.holding.number) copies = std::round(copies);
  rules.access.people = {200.0, 20.0, 100.0, 5.0, 10.0, 300.0, 50.0};
  rules.access.users_of_a_system = 100.0;
  const double year = kYear.value();
  rules.breaches = {.store_rate = chance.between(0.0, 0.5) / year,
                    .store_share = chance.u(),
                    .insider_rate = chance.between(0.0, 0.004) / year,
                    .insider_share = chance.u(),
                    .credentials_rate = chance.between(0.0, 0.004) / year,
                    .credentials_share = chance.u(),
                    .device_rate = chance.between(0.0, 0.5) / year,
                    .device_readable = chance.u(),
                    .subcontractor_rate = chance.between(0.0, 0.5) / year,
                    .window = chance.between(0.1, 1.0) * kYear,
                    .copied = chance.u()};
  rules.horizon = kHorizon;
  rules.access_growth = chance.between(0.7, 1.5);
  rules.flow_growth = chance.between(0.7, 1.5);
  return rules;
}

/// Incidents of a rate between two moments, each of which takes the photo with a probability.
int times_taken(double rate, double share, double from, double until, Chance& chance) {
  int taken = 0;
  for (double at = from + chance.exponential(rate); at < until; at += chance.exponential(rate)) {
    if (chance.happens(share)) ++taken;
  }
  return taken;
}

/// A photo taken at `birth` and all its copies, incident by incident. `growth`: of access, a year.
int times_taken(const ProgrammeRules& rules, double retention, double birth, double growth,
                Chance& chance) {
  const double end = rules.horizon.value();
  const BreachRules& b = rules.breaches;
  int taken = 0;
  for (std::size_t i = 0; i < kFaceHolders; ++i) {
    const auto place = static_cast<Holder>(i);
    for (int copy = 0; copy < static_cast<int>(rules.holding.number[i]); ++copy) {
      const Fate fate = fate_of(place, retention, rules.holding, chance);
      const double from = birth + fate.in, until = std::min(birth + fate.gone, end);
      if (place == Holder::kStore)
        taken += times_taken(b.store_rate, b.store_share, from, until, chance);
      if (place == Holder::kDevice) {
        taken += times_taken(b.device_rate, b.device_readable, from, until, chance);
      }
      double people = rules.access.reaching(place);
      for (double year = 0.0; year < end; year += kYear.value(), people *= growth) {
        const double low = std::max(from, year), high = std::min(until, year + kYear.value());
        taken += times_taken(b.insider_rate * people, b.insider_share, low, high, chance);
        taken += times_taken(b.credentials_rate * people, b.credentials_share, low, high, chance);
      }
    }
  }
  // A case that ends within a window after the photo was taken has it in reach.
  return taken + times_taken(b.subcontractor_rate, b.copied, birth,
                             std::min(birth + b.window.value(), end), chance);
}

TEST(Breaches, TakeOfOnePhotoWhatSingleIncidentsTake) {
  constexpr int kPhotos = 20'000;
  for (std::uint64_t number = 0; number < 6; ++number) {
    const ProgrammeRules rules = random_programme(number);
    const Source source{Source::Kind::kScans, 1.0, 3.0 * kYear};
    Chance chance(100 + number);
    double taken = 0.0, squares = 0.0, once = 0.0;
    for (int i = 0; i < kPhotos; ++i) {
      const int times = times_taken(rules, source.retention.value(), 0.0, 1.0, chance);
      taken += times;
      squares += times * times;
      once += times > 0 ? 1.0 : 0.0;
    }
    const PhotoFate fate = fate_of_a_photo(rules, source);
    const double mean = taken / kPhotos;
    EXPECT_NEAR(mean, fate.taken, 4.5 * std::sqrt((squares / kPhotos - mean * mean) / kPhotos))
        << number;
    EXPECT_NEAR(once / kPhotos, fate.once, 4.5 * std::sqrt(fate.once * (1.0 - fate.once) / kPhotos))
        << number;
  }
}

TEST(Breaches, TakeOverTheHorizonWhatSingleIncidentsTakeOfAGrowingFlow) {
  constexpr int kPhotos = 20'000;
  for (std::uint64_t number = 10; number < 16; ++number) {
    const ProgrammeRules rules = random_programme(number);
    const Flow flow = yearly_flow(1.0, rules.flow_growth, kHorizon);
    const double all = created(flow, kHorizon);
    const Source source{Source::Kind::kScans, 1.0, 2.5 * kYear};
    Chance chance(100 + number);
    double taken = 0.0, squares = 0.0;
    for (int i = 0; i < kPhotos; ++i) {
      double left = chance.u() * all, birth = 0.0;
      for (const Cohort& cohort : flow) {
        if (left <= cohort.number) {
          birth = (cohort.from + left / cohort.number * (cohort.until - cohort.from)).value();
          break;
        }
        left -= cohort.number;
      }
      const int times =
          times_taken(rules, source.retention.value(), birth, rules.access_growth, chance);
      taken += times;
      squares += times * times;
    }
    const double mean = taken / kPhotos;
    EXPECT_NEAR(mean, sum_of(taken_over_horizon(rules, source)) / all,
                4.5 * std::sqrt((squares / kPhotos - mean * mean) / kPhotos))
        << number;
    EXPECT_DOUBLE_EQ(sum_of(taken_over_horizon(rules, source)),
                     sum_of(look_ahead(rules, source).taken));
  }
}

TEST(Breaches, OfASubcontractorTakeFlowTimesWindowTimesShare) {
  ProgrammeRules rules;
  rules.horizon = 10.0 * kYear;
  rules.breaches.window = 100.0 * kDay;
  rules.breaches.copied = 0.6;
  const Source source{Source::Kind::kElsewhere, 3000.0 / kDay.value(), 1.0 * kYear};
  EXPECT_NEAR(look_ahead(rules, source).incident[index_of(BreachCause::kSubcontractor)],
              3000.0 * 100.0 * 0.6, 1e-6);
}

TEST(Breaches, MissWhatTheServiceDeletesBeforeTheSubcontractorComes) {
  Exposure exposure;
  exposure.subcontractor.share = Probability(1.0);
  exposure.subcontractor.visit = 30.0 * kDay;
  HoldingRules holding;
  holding.retention[index_of(Holder::kService)] = 0.5 * kDay;
  EXPECT_DOUBLE_EQ(breach_rules(exposure, Storage{}, holding).copied, 0.5 / 30.0);
  holding.retention[index_of(Holder::kService)] = 90.0 * kDay;
  EXPECT_DOUBLE_EQ(breach_rules(exposure, Storage{}, holding).copied, 1.0);
}

TEST(Breaches, OfCredentialsGoOnUntilTheyAreFoundOut) {
  Exposure exposure;
  exposure.credentials.daily = Probability(0.1);
  exposure.credentials.detection = 3.0 * kDay;
  EXPECT_DOUBLE_EQ(breach_rules(exposure, Storage{}, HoldingRules{}).credentials_share,
                   1.0 - 0.9 * 0.9 * 0.9);
}

TEST(DifferentPeople, AreAsManyAsWhenPhotosAreDealtOutOneByOne) {
  constexpr int kPeople = 20'000, kPhotos = 30'000;
  for (const double unevenness : {0.0, 0.5, 1.0, 3.0}) {
    std::mt19937_64 random(7);
    std::vector<double> rates(kPeople, 1.0);
    if (unevenness > 0.0) {
      std::gamma_distribution<double> gamma(1.0 / unevenness, unevenness);
      for (double& rate : rates) rate = gamma(random);
    }
    std::discrete_distribution<std::size_t> whose(rates.begin(), rates.end());
    std::vector<bool> seen(kPeople, false);
    for (int i = 0; i < kPhotos; ++i) seen[whose(random)] = true;
    const auto people = static_cast<double>(std::count(seen.begin(), seen.end(), true));
    EXPECT_NEAR(people, different_people(kPhotos, kPeople, unevenness), 4.5 * std::sqrt(kPeople))
        << unevenness;
  }
  EXPECT_EQ(different_people(0.0, 100.0, 1.0), 0.0);
  EXPECT_NEAR(different_people(1.0, 1e9, 1.0), 1.0, 1e-6);
}

}  // namespace
}  // namespace fieldtwin
