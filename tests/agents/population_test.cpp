#include "agents/population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "tests/agents/small_country.hpp"
#include "tests/shares.hpp"

namespace fieldtwin {
namespace {

constexpr std::uint64_t kSample = 60'000;  // of each state
constexpr double kZ = 5.0;

Draws draws(std::uint64_t seed = 1) {
  return Draws(seed, 0).across_replications();
}

/// Residents spread evenly over a state.
std::vector<Person> sample(const Population& population, std::size_t state) {
  const PersonRange range = population.residents(state);
  std::vector<Person> people;
  for (std::uint64_t i = 0; i < kSample; ++i) {
    people.push_back(
        population.person(range.at((static_cast<double>(i) + 0.5) / static_cast<double>(kSample))));
  }
  return people;
}

template <class Predicate>
double deviation_of(const std::vector<Person>& people, double expected, Predicate predicate) {
  const auto hits = std::count_if(people.begin(), people.end(), predicate);
  return deviation(static_cast<std::uint64_t>(hits), people.size(), expected);
}

TEST(Population, IdsAreContiguousByState) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  std::uint64_t next = 0;
  for (std::size_t state = 0; state < scenario.tables.states.size(); ++state) {
    const PersonRange range = population.residents(state);
    EXPECT_EQ(range.first.value, next);
    EXPECT_EQ(static_cast<double>(range.size), scenario.tables.states[state].population);
    next += range.size;
    EXPECT_EQ(population.person(range.first).state, state);
    EXPECT_EQ(population.person({next - 1}).state, state);
    EXPECT_EQ(range.at(1e-12), range.first);
    EXPECT_EQ(range.at(1.0 - 1e-16).value, next - 1);
  }
  EXPECT_EQ(population.size(), next);
  EXPECT_THROW(population.person({next}), std::out_of_range);
  EXPECT_THROW(population.residents(scenario.tables.states.size()), std::out_of_range);
}

TEST(Population, SharesAreThoseOfTheTable) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  for (std::size_t state = 0; state < scenario.tables.states.size(); ++state) {
    const StateRow& row = scenario.tables.states[state];
    SCOPED_TRACE(row.name);
    const std::vector<Person> people = sample(population, state);
    const double sum = std::accumulate(row.ethnicity.begin(), row.ethnicity.end(), 0.0);
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      const auto ethnicity = static_cast<Ethnicity>(e);
      const double share = row.ethnicity[e] / sum;
      EXPECT_DOUBLE_EQ(population.ethnicity_share(state, ethnicity).value(), share);
      EXPECT_LT(
          deviation_of(people, share, [&](const Person& p) { return p.ethnicity == ethnicity; }),
          kZ);
    }
    EXPECT_LT(
        deviation_of(people, row.female, [](const Person& p) { return p.sex == Sex::kFemale; }),
        kZ);
    EXPECT_LT(deviation_of(people, row.under_18, [](const Person& p) { return p.age < 18; }), kZ);
    EXPECT_LT(deviation_of(people, row.age_65_plus, [](const Person& p) { return p.age >= 65; }),
              kZ);
    EXPECT_LT(deviation_of(people, row.foreign_born,
                           [](const Person& p) { return p.status != Status::kUsBorn; }),
              kZ);
  }
}

TEST(Population, ForeignBornShareOfEachStateIsKept) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  for (std::size_t state = 0; state < scenario.tables.states.size(); ++state) {
    double share = 0.0;
    for (std::size_t e = 0; e < kEthnicities; ++e) {
      const auto ethnicity = static_cast<Ethnicity>(e);
      share += population.ethnicity_share(state, ethnicity).value() *
               population.foreign_born(state, ethnicity).value();
    }
    EXPECT_NEAR(share, scenario.tables.states[state].foreign_born, 1e-12);
  }
}

TEST(Population, ForeignBornByGroup) {
  const Population population(small_country(), draws());
  const std::vector<Person> people = sample(population, 2);
  for (std::size_t e = 0; e < kEthnicities; ++e) {
    const auto ethnicity = static_cast<Ethnicity>(e);
    std::vector<Person> group;
    std::copy_if(people.begin(), people.end(), std::back_inserter(group),
                 [&](const Person& p) { return p.ethnicity == ethnicity; });
    EXPECT_LT(deviation_of(group, population.foreign_born(2, ethnicity).value(),
                           [](const Person& p) { return p.status != Status::kUsBorn; }),
              kZ);
  }
}

TEST(Population, AgesAreUniformBelow65AndFallAbove) {
  const Population population(small_country(), draws());
  const std::vector<Person> people = sample(population, 2);
  const StateRow row = small_country().tables.states[2];
  const auto share_at = [&](int age) {
    if (age < 18) return row.under_18 / 18.0;
    if (age < 65) return (1.0 - row.under_18 - row.age_65_plus) / 47.0;
    if (age > 95) return 0.0;
    // The area of a falling triangle of base 31 between age and age + 1.
    const double left = 96.0 - age;
    return row.age_65_plus * (left * left - (left - 1.0) * (left - 1.0)) / (31.0 * 31.0);
  };
  double sum = 0.0;
  for (int age = 0; age < 256; ++age) {
    sum += share_at(age);
    EXPECT_LT(deviation_of(people, share_at(age), [&](const Person& p) { return p.age == age; }),
              kZ)
        << age;
  }
  EXPECT_NEAR(sum, 1.0, 1e-12);
}

TEST(Population, StatusEnrolmentAndRecordsFollowTheirShares) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  std::map<Status, std::vector<Person>> by_status;
  std::size_t foreign_born = 0;
  for (std::size_t state = 0; state < 4; ++state) {
    for (const Person& p : sample(population, state)) {
      by_status[p.status].push_back(p);
      foreign_born += p.status != Status::kUsBorn ? 1 : 0;
    }
  }
  for (std::size_t s = 0; s < kStatuses; ++s) {
    const auto status = static_cast<Status>(s);
    SCOPED_TRACE(kStatusNames[s]);
    const std::vector<Person>& group = by_status[status];
    if (status != Status::kUsBorn) {
      EXPECT_LT(deviation(group.size(), foreign_born,
                          scenario.people.status_weight[s - 1].mean().value() / 100.0),
                kZ);
    }
    EXPECT_LT(deviation_of(group, scenario.records.enrolled[s].mean().value(),
                           [](const Person& p) { return p.enrolment == Enrolment::kEnrolled; }),
              kZ);
    EXPECT_LT(deviation_of(group, scenario.records.wrong[s].mean().value(),
                           [](const Person& p) { return p.record.shows != p.standing(); }),
              kZ);
    for (const Person& p : group) {
      ASSERT_TRUE(p.record.shows == p.standing() || p.record.shows == wrong_standing(p.standing()));
    }
  }
}

/// Each attribute has its own draw: among any group, the others are as in the whole.
TEST(Population, AttributesAreIndependent) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  const StateRow& row = scenario.tables.states[2];
  const std::vector<Person> people = sample(population, 2);
  const auto among = [&](auto condition, double expected, auto predicate) {
    std::vector<Person> group;
    std::copy_if(people.begin(), people.end(), std::back_inserter(group), condition);
    EXPECT_GT(group.size(), kSample / 50);
    return deviation_of(group, expected, predicate);
  };
  const auto female = [](const Person& p) { return p.sex == Sex::kFemale; };
  const auto young = [](const Person& p) { return p.age < 18; };
  const auto hispanic = [](const Person& p) { return p.ethnicity == Ethnicity::kHispanic; };
  const double hispanic_share = population.ethnicity_share(2, Ethnicity::kHispanic).value();
  EXPECT_LT(among(young, row.female, female), kZ);
  EXPECT_LT(among(hispanic, row.female, female), kZ);
  EXPECT_LT(among(young, hispanic_share, hispanic), kZ);
  const auto foreign_born = [](const Person& p) { return p.status != Status::kUsBorn; };
  EXPECT_LT(among(young, row.foreign_born, foreign_born), kZ);
  EXPECT_LT(among(female, row.foreign_born, foreign_born), kZ);
  const auto naturalised = [](const Person& p) { return p.status == Status::kNaturalised; };
  EXPECT_LT(
      among([&](const Person& p) { return hispanic(p) && foreign_born(p); }, 0.49, naturalised),
      kZ);
  const auto enrolled = [](const Person& p) { return p.enrolment == Enrolment::kEnrolled; };
  const auto us_born_enrolled = [&](const Person& p) { return !foreign_born(p) && enrolled(p); };
  EXPECT_LT(among(us_born_enrolled, scenario.records.wrong[0].mean().value(),
                  [](const Person& p) { return p.record.shows != p.standing(); }),
            kZ);
}

/// What a person is, without what records hold about them.
auto identity(const Person& p) {
  return std::tuple(p.id, p.state, p.ethnicity, p.sex, p.age, p.status);
}

TEST(Population, ThePersonMetTwiceIsTheSame) {
  const Scenario scenario = small_country();
  const Population population(scenario, draws());
  const Population again(scenario, Draws(1, 77).across_replications());
  for (std::uint64_t id = 0; id < population.size(); id += 99'991) {
    const Person a = population.person({id});
    const Person b = again.person({id});
    EXPECT_EQ(identity(a), identity(b));
    EXPECT_EQ(a.enrolment, b.enrolment);
    EXPECT_EQ(a.record.shows, b.record.shows);
  }
}

TEST(Population, SeedsDiffer) {
  const Scenario scenario = small_country();
  const Population one(scenario, draws(1));
  const Population two(scenario, draws(2));
  int same = 0;
  for (std::uint64_t id = 0; id < 1000; ++id) {
    same += identity(one.person({id})) == identity(two.person({id})) ? 1 : 0;
  }
  EXPECT_LT(same, 100);
}

TEST(Population, RecordsDoNotChangePeople) {
  Scenario other = small_country();
  other.records.enrolled.fill(Probability(0.1));
  other.records.wrong.fill(Probability(0.9));
  const Population before(small_country(), draws());
  const Population after(other, draws());
  int records_changed = 0;
  for (std::uint64_t id = 0; id < before.size(); id += 997) {
    const Person a = before.person({id});
    const Person b = after.person({id});
    ASSERT_EQ(identity(a), identity(b));
    records_changed += a.record.shows != b.record.shows ? 1 : 0;
  }
  EXPECT_GT(records_changed, 1000);
}

TEST(Population, RefusesWhatWasNotResolvedOrIsEmpty) {
  Scenario undrawn = small_country();
  undrawn.records.enrolled[0] =
      Varying<Probability>(Distribution(Distribution::Shape(Uniform{0.1, 0.9})));
  EXPECT_THROW(Population(undrawn, draws()), std::logic_error);
  Scenario empty = small_country();
  empty.people.status_weight.fill(Count(0.0));
  EXPECT_THROW(Population(empty, draws()), std::invalid_argument);
}

}  // namespace
}  // namespace fieldtwin
