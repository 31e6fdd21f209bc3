/// The books of random histories: what was created is held, kept too long, or deleted, at every
/// moment, and photo-years are the integral of the stock.

#include <gtest/gtest.h>

#include <set>

#include "histories.hpp"

namespace fieldtwin {
namespace {

constexpr int kHistories = 200;

struct History {
  HoldingRules rules;
  Flow flow;
  Holder place;
  Seconds retention;
  Presence presence;
};

History random_history(int number) {
  Chance chance(static_cast<std::uint64_t>(number));
  History history;
  history.rules = random_rules(chance);
  history.flow = random_flow(chance);
  history.place = static_cast<Holder>(static_cast<std::size_t>(chance.u() * kHolders));
  history.retention = chance.between(0.0, 5.0) * kYear;
  history.presence = presence(history.place, history.retention, history.rules);
  return history;
}

TEST(Histories, BalanceAtEveryMoment) {
  for (int number = 0; number < kHistories; ++number) {
    const History history = random_history(number);
    Chance moments(1000 + static_cast<std::uint64_t>(number));
    for (int i = 0; i < 50; ++i) {
      const Seconds at = moments.between(-1.0, 20.0) * kYear;
      const Presence& p = history.presence;
      const double created = stock(history.flow, p.entered, at);
      const double held = stock(history.flow, p.in_time, at);
      const double overdue = stock(history.flow, p.overdue, at);
      const double deleted = stock(history.flow, p.deleted, at);
      EXPECT_NEAR(created, held + overdue + deleted, 1e-9 * (1.0 + created))
          << "history " << number << " at " << at / kYear << " years";
      for (const double part : {held, overdue, deleted}) EXPECT_GE(part, -1e-9 * (1.0 + created));
    }
  }
}

TEST(Histories, CreateWhatIsTakenOnceItsDelayIsOver) {
  for (int number = 0; number < kHistories; ++number) {
    const History history = random_history(number);
    const std::size_t place = index_of(history.place);
    const Seconds at = 6.0 * kYear;
    EXPECT_NEAR(stock(history.flow, history.presence.entered, at + history.rules.delay[place]),
                history.rules.number[place] * created(history.flow, at),
                1e-9 * (1.0 + created(history.flow, at)));
  }
}

/// The moments at which a stock may bend or jump.
std::set<double> corners(const Flow& flow, const Spells& spells) {
  std::set<double> result{0.0, 20.0 * kYear.value()};
  for (const Cohort& cohort : flow) {
    for (const Spell& spell : spells) {
      for (const Seconds birth : {cohort.from, cohort.until}) {
        for (const Seconds age : {spell.from, spell.until}) {
          const double at = (birth + age).value();
          if (at < 20.0 * kYear.value()) result.insert(at);
        }
      }
    }
  }
  return result;
}

/// Simpson's rule between the corners, just inside of them.
double integral_of_stock(const Flow& flow, const Spells& spells) {
  const std::set<double> ends = corners(flow, spells);
  double sum = 0.0;
  for (auto low = ends.begin(), high = std::next(low); high != ends.end(); ++low, ++high) {
    constexpr int kSteps = 16;
    const double step = (*high - *low) / kSteps;
    for (int i = 0; i < kSteps; ++i) {
      const auto at = [&](double share) {
        return stock(flow, spells, Seconds(*low + step * (i + share)));
      };
      sum += step / 6.0 * (at(1e-6) + 4.0 * at(0.5) + at(1.0 - 1e-6));
    }
  }
  return sum / kYear.value();
}

TEST(Histories, HavePhotoYearsThatAreTheIntegralOfTheStock) {
  for (int number = 0; number < kHistories; ++number) {
    const History history = random_history(number);
    const Spells held = history.presence.held();
    const double years = photo_years(history.flow, held, 20.0 * kYear);
    EXPECT_NEAR(years, integral_of_stock(history.flow, held), 1e-5 * (1.0 + years)) << number;
  }
}

TEST(Histories, AreThoseOfSinglePhotosThatAreFollowedOneByOne) {
  constexpr int kPhotos = 4000;
  for (int number = 0; number < 40; ++number) {
    const History history = random_history(number);
    const double copies = history.rules.number[index_of(history.place)];
    if (copies == 0.0) continue;
    Chance chance(5000 + static_cast<std::uint64_t>(number));
    const Seconds age = chance.between(0.0, 8.0) * kYear;
    double in_time = 0.0, overdue = 0.0, deleted = 0.0, time = 0.0, squares = 0.0;
    for (int i = 0; i < kPhotos; ++i) {
      const Fate fate = fate_of(history.place, history.retention.value(), history.rules, chance);
      const double a = age.value();
      (fate.overdue(a) ? overdue : fate.here(a) ? in_time : deleted) += a >= fate.in ? 1.0 : 0.0;
      const double spent = std::max(0.0, std::min(a, fate.gone) - fate.in) / kYear.value();
      time += spent;
      squares += spent * spent;
    }
    const auto close = [&](double counted, const Spells& spells, const char* what) {
      const double p = present(spells, age) / copies;
      EXPECT_NEAR(counted / kPhotos, p, 4.5 * std::sqrt(p * (1.0 - p) / kPhotos) + 1e-9)
          << what << " in history " << number;
    };
    close(in_time, history.presence.in_time, "in time");
    close(overdue, history.presence.overdue, "overdue");
    close(deleted, history.presence.deleted, "deleted");
    const double mean = time / kPhotos;
    const double error = std::sqrt(std::max(0.0, squares / kPhotos - mean * mean) / kPhotos);
    EXPECT_NEAR(mean, time_present(history.presence.held(), age) / copies / kYear.value(),
                4.5 * error + 1e-9)
        << "history " << number;
  }
}

}  // namespace
}  // namespace fieldtwin
