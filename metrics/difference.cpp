#include "metrics/difference.hpp"

#include <algorithm>
#include <stdexcept>

#include "metrics/sectioning.hpp"
#include "metrics/statistics/paired.hpp"
#include "metrics/told_apart.hpp"

namespace fieldtwin {
namespace {

Worlds worlds_of(const StudyData& base, const StudyData& alternative) {
  const bool same = base.identity().scenario_hash == alternative.identity().scenario_hash;
  return same ? Worlds::kSame : Worlds::kDifferent;
}

bool never_seen(const std::vector<double>& amounts) {
  return std::ranges::all_of(amounts, [](double amount) { return amount == 0.0; });
}

/// Makes the difference of each kind of estimator.
struct Difference {
  const StudyData& base;
  const StudyData& alternative;
  double confidence;
  Worlds worlds = worlds_of(base, alternative);

  using Result = std::optional<Estimate>;

  static RatioSeries ratio(const StudyData& study, const Series& above, const Series& below) {
    return {study.series(above), study.series(below)};
  }
  static RatioSeries latency(const StudyData& study, Stage stage) {
    return {study.stage(stage).sums, study.stage(stage).counts};
  }

  bool both_tell_apart(const Series& series) const {
    return told_apart(base, series) && told_apart(alternative, series);
  }

  Result operator()(const CountOf& of) const {
    if (!both_tell_apart(of.events)) return std::nullopt;
    return paired_count_difference(base.series(of.events), alternative.series(of.events), worlds,
                                   confidence);
  }
  Result operator()(const MeanOf& of) const {
    if (!both_tell_apart(of.number)) return std::nullopt;
    return paired_difference(base.series(of.number), alternative.series(of.number), confidence);
  }
  Result operator()(const AmountOf& of) const {
    const auto &before = base.series(of.amount), &after = alternative.series(of.amount);
    Estimate result = paired_difference(before, after, confidence);
    const bool nothing_seen = never_seen(before) && never_seen(after);
    if (nothing_seen && worlds == Worlds::kDifferent) result.interval.reset();
    return result;
  }
  Result operator()(const RateOf& of) const {
    return paired_rate_difference(ratio(base, of.events, of.exposure),
                                  ratio(alternative, of.events, of.exposure), of.scale, worlds,
                                  confidence);
  }
  Result operator()(const ScoreOf& of) const {
    const std::vector<double> replications(base.replications(), 1.0);
    const auto scores = [&](const StudyData& study) {
      return RatioSeries{study.series(of.scores),
                         of.exposure ? study.series(*of.exposure) : replications};
    };
    Result result = paired_ratio_difference(scores(base), scores(alternative), worlds, confidence);
    if (result) result->mean *= of.scale;
    if (result && result->interval) {
      result->interval =
          Interval{result->interval->low * of.scale, result->interval->high * of.scale};
    }
    return result;
  }
  Result operator()(const VarianceReduction&) const { return std::nullopt; }
  /// How worlds scatter is compared with nothing but itself, which it equals.
  Result operator()(const QuantileOf& of) const {
    const std::vector<double>& before = base.series(of.number);
    if (before != alternative.series(of.number)) return std::nullopt;
    return Estimate{0.0, Interval{0.0, 0.0}, before.size()};
  }
  Result operator()(const ShareOf& of) const {
    Result result = paired_rate_difference(ratio(base, of.successes, of.trials),
                                           ratio(alternative, of.successes, of.trials), 1.0, worlds,
                                           confidence);
    if (result && result->interval) {
      result->interval->low = std::max(-1.0, result->interval->low);
      result->interval->high = std::min(1.0, result->interval->high);
    }
    return result;
  }
  Result operator()(const RatioOf& of) const {
    return paired_ratio_difference(ratio(base, of.amount, of.base),
                                   ratio(alternative, of.amount, of.base), worlds, confidence);
  }
  Result operator()(const LatencyMean& of) const {
    return paired_ratio_difference(latency(base, of.stage), latency(alternative, of.stage), worlds,
                                   confidence);
  }
  Result operator()(const LatencyQuantile& of) const {
    return quantile_difference_by_sectioning(base.stage(of.stage).batches,
                                             alternative.stage(of.stage).batches, of.p,
                                             base.replications(), confidence);
  }
};

/// The variance of each kind of estimator's difference.
struct Variance {
  const StudyData& base;
  const StudyData& alternative;
  Worlds worlds = worlds_of(base, alternative);

  using Result = std::optional<PairVariance>;

  Result of_numbers(const Series& number) const {
    return paired_variance(base.series(number), alternative.series(number));
  }

  Result operator()(const CountOf& of) const {
    return paired_count_variance(base.series(of.events), alternative.series(of.events), worlds);
  }
  Result operator()(const MeanOf& of) const { return of_numbers(of.number); }
  Result operator()(const AmountOf& of) const { return of_numbers(of.amount); }
  Result operator()(const RateOf& of) const {
    return paired_rate_variance(Difference::ratio(base, of.events, of.exposure),
                                Difference::ratio(alternative, of.events, of.exposure), of.scale,
                                worlds);
  }
  Result operator()(const ScoreOf& of) const {
    const std::vector<double> replications(base.replications(), 1.0);
    const auto scores = [&](const StudyData& study) {
      return RatioSeries{study.series(of.scores),
                         of.exposure ? study.series(*of.exposure) : replications};
    };
    Result result = paired_ratio_variance(scores(base), scores(alternative));
    if (result) result->variance *= of.scale * of.scale;
    return result;
  }
  Result operator()(const VarianceReduction&) const { return std::nullopt; }
  Result operator()(const QuantileOf&) const { return std::nullopt; }
  Result operator()(const ShareOf& of) const {
    return paired_rate_variance(Difference::ratio(base, of.successes, of.trials),
                                Difference::ratio(alternative, of.successes, of.trials), 1.0,
                                worlds);
  }
  Result operator()(const RatioOf& of) const {
    return paired_ratio_variance(Difference::ratio(base, of.amount, of.base),
                                 Difference::ratio(alternative, of.amount, of.base));
  }
  Result operator()(const LatencyMean& of) const {
    return paired_ratio_variance(Difference::latency(base, of.stage),
                                 Difference::latency(alternative, of.stage));
  }
  Result operator()(const LatencyQuantile& of) const {
    return quantile_pair_variance(base.stage(of.stage).batches, alternative.stage(of.stage).batches,
                                  of.p, base.replications());
  }
};

void require_pairs(const StudyData& base, const StudyData& alternative) {
  if (base.identity().seed != alternative.identity().seed ||
      base.numbers() != alternative.numbers()) {
    throw std::invalid_argument("paired studies must have the same seed and replications");
  }
}

}  // namespace

std::optional<Estimate> difference(const Estimator& estimator, const StudyData& base,
                                   const StudyData& alternative, double confidence) {
  require_pairs(base, alternative);
  return std::visit(Difference{base, alternative, confidence}, estimator);
}

std::optional<PairVariance> pair_variance(const Estimator& estimator, const StudyData& base,
                                          const StudyData& alternative) {
  require_pairs(base, alternative);
  return std::visit(Variance{base, alternative}, estimator);
}

}  // namespace fieldtwin
