#include "metrics/disparity.hpp"

#include <cmath>
#include <numeric>
#include <string>

#include "metrics/catalogue.hpp"
#include "metrics/statistics/jackknife.hpp"
#include "metrics/statistics/log_ratio.hpp"
#include "metrics/statistics/rate_ratio.hpp"

namespace fieldtwin {
namespace {

Series of_group(Amount amount, Ethnicity group) {
  return {amount, Grouping::kEthnicity, std::string(kEthnicityNames[index_of(group)])};
}

/// A sum over all replications but those of a block.
double sum_without(const std::vector<double>& values, std::size_t from, std::size_t until) {
  const auto begin = values.begin();
  return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(from), 0.0) +
         std::accumulate(begin + static_cast<std::ptrdiff_t>(until), values.end(), 0.0);
}

constexpr bool is_enrolled(WrongWay way) {
  return way == WrongWay::kEnrolledOthers || way == WrongWay::kEnrolledOwn;
}
constexpr bool is_others(WrongWay way) {
  return way == WrongWay::kEnrolledOthers || way == WrongWay::kNotEnrolledOthers;
}

/// Of each way the quotients whose product is its wrongful holds per resident.
std::vector<FactorsOfWay> ways_of(const StudyData& study, Ethnicity group, std::size_t from,
                                  std::size_t until) {
  const auto sum = [&](Amount amount) {
    return sum_without(study.series(of_group(amount, group)), from, until);
  };
  const auto share = [](double part, double whole) { return whole > 0.0 ? part / whole : 0.0; };
  const double residents = sum(Amount::kResidents), stops = sum(Amount::kStops),
               scans = sum(Amount::kScans), enrolled = sum(Amount::kSearchedEnrolled),
               others = sum(Amount::kSearchedNotEnrolled);
  std::vector<FactorsOfWay> ways;
  for (std::size_t i = 0; i < kWrongWays; ++i) {
    const auto way = static_cast<WrongWay>(i);
    const double of_class = is_enrolled(way) ? enrolled : others;
    const double answers = sum(wrong_answers(way));
    ways.push_back({share(stops, residents), share(scans, stops), share(enrolled + others, scans),
                    share(of_class, enrolled + others), share(answers, of_class),
                    share(sum(wrong_holds(way)), answers)});
  }
  return ways;
}

bool has_holds(const std::vector<FactorsOfWay>& ways) {
  double total = 0.0;
  for (const FactorsOfWay& way : ways) {
    total += std::accumulate(way.begin(), way.end(), 1.0, std::multiplies<>());
  }
  return total > 0.0;
}

/// Logarithms, by DisparityFactor. Nothing if a group has no wrongful hold.
std::optional<std::vector<double>> log_factors(const StudyData& study, Ethnicity group,
                                               Ethnicity reference, std::size_t from,
                                               std::size_t until) {
  const auto above = ways_of(study, group, from, until);
  const auto below = ways_of(study, reference, from, until);
  if (!has_holds(above) || !has_holds(below)) return std::nullopt;
  const auto shares = shares_of_log_ratio(above, below);
  std::vector<double> logs(kDisparityFactors, 0.0);
  constexpr std::size_t kAnswer = 4;  // after stopped, scanned, searched, enrolled
  for (std::size_t i = 0; i < kWrongWays; ++i) {
    for (std::size_t f = 0; f < kAnswer; ++f) logs[f] += shares[i][f];
    const auto cause = is_others(static_cast<WrongWay>(i)) ? DisparityFactor::kFalseMatch
                                                           : DisparityFactor::kWrongRecord;
    logs[index_of(cause)] += shares[i][kAnswer];
    logs[index_of(DisparityFactor::kHeld)] += shares[i][kAnswer + 1];
  }
  return logs;
}

std::optional<std::array<FactorEstimate, kDisparityFactors>> factors_of(const StudyData& study,
                                                                        Ethnicity group,
                                                                        Ethnicity reference) {
  const auto logs = log_factors(study, group, reference, 0, 0);
  if (!logs) return std::nullopt;
  std::array<FactorEstimate, kDisparityFactors> factors;
  for (std::size_t f = 0; f < kDisparityFactors; ++f) factors[f].factor = std::exp((*logs)[f]);

  const auto holds = [&study](Ethnicity ethnicity) {
    return sum_without(study.series(of_group(wrongful_count(WrongfulKind::kAny), ethnicity)), 0, 0);
  };
  if (holds(group) < kFewestForFactors || holds(reference) < kFewestForFactors) return factors;
  const auto intervals =
      jackknife_intervals(*logs, study.replications(), [&](std::size_t from, std::size_t until) {
        return log_factors(study, group, reference, from, until);
      });
  if (!intervals) return factors;
  for (std::size_t f = 0; f < kDisparityFactors; ++f) {
    const Interval& log = (*intervals)[f];
    factors[f].interval = Interval{std::exp(log.low), std::exp(log.high)};
  }
  return factors;
}

}  // namespace

std::vector<GroupHarm> harm_by_group(const StudyData& study, WrongfulKind kind) {
  std::vector<GroupHarm> rows;
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    const auto group = static_cast<Ethnicity>(i);
    const Series events = of_group(wrongful_count(kind), group);
    const Series residents = of_group(Amount::kResidents, group);
    rows.push_back({group, study.series(residents).front(), *estimate(CountOf{events}, study),
                    estimate(RateOf{events, residents, 1e6}, study),
                    estimate(RateOf{events, of_group(Amount::kScans, group), 1e5}, study)});
  }
  return rows;
}

Contrast contrast(const StudyData& study, WrongfulKind kind, Ethnicity group, Ethnicity reference) {
  const auto ratio = [&](Amount exposure) {
    const auto rate = [&](Ethnicity ethnicity) {
      return RateSeries{study.series(of_group(wrongful_count(kind), ethnicity)),
                        study.series(of_group(exposure, ethnicity))};
    };
    return rate_ratio_estimate(rate(group), rate(reference));
  };
  Contrast result{group, reference, ratio(Amount::kResidents), ratio(Amount::kScans), {}};
  if (kind == WrongfulKind::kAny) result.factors = factors_of(study, group, reference);
  return result;
}

}  // namespace fieldtwin
