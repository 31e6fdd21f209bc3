#include <algorithm>

#include "metrics/catalogue.hpp"
#include "metrics/sectioning.hpp"
#include "metrics/statistics/not_below_zero.hpp"
#include "metrics/statistics/order_statistics.hpp"
#include "metrics/told_apart.hpp"

namespace fieldtwin {
namespace {

/// Makes the estimate of each kind of estimator.
struct Estimation {
  const StudyData& study;
  double confidence;

  using Result = std::optional<Estimate>;

  Result operator()(const CountOf& of) const {
    if (!told_apart(study, of.events)) return std::nullopt;
    return count_estimate(study.series(of.events), confidence);
  }
  Result operator()(const MeanOf& of) const {
    if (!told_apart(study, of.number)) return std::nullopt;
    return mean_with_t_interval(study.series(of.number), confidence);
  }
  Result operator()(const AmountOf& of) const {
    const std::vector<double>& amounts = study.series(of.amount);
    Estimate result = mean_with_t_interval(amounts, confidence);
    if (std::ranges::all_of(amounts, [](double amount) { return amount == 0.0; })) {
      result.interval.reset();
    }
    return not_below_zero(result);
  }
  Result operator()(const RateOf& of) const {
    return rate_estimate(study.series(of.events), study.series(of.exposure), of.scale, confidence);
  }
  Result operator()(const ScoreOf& of) const {
    const std::vector<double> replications(study.replications(), 1.0);
    return score_estimate(study.series(of.scores),
                          of.exposure ? study.series(*of.exposure) : replications, of.scale,
                          confidence);
  }
  Result operator()(const VarianceReduction& of) const {
    const auto ratio = variance_reduction(study.series(of.events), study.series(of.scores),
                                          study.series(of.exposure));
    if (!ratio) return std::nullopt;
    return Estimate{*ratio, std::nullopt, study.replications()};
  }
  Result operator()(const ShareOf& of) const {
    return proportion_estimate(study.series(of.successes), study.series(of.trials), confidence);
  }
  Result operator()(const RatioOf& of) const {
    const auto ratio = ratio_estimate(study.series(of.amount), study.series(of.base), confidence);
    return ratio ? Result(not_below_zero(*ratio)) : ratio;
  }
  Result operator()(const QuantileOf& of) const {
    const auto& [quantile, interval, n] =
        quantile_over_replications(study.series(of.number), of.p, confidence);
    return Estimate{quantile, interval, n};
  }
  Result operator()(const LatencyMean& of) const {
    const StageData& stage = study.stage(of.stage);
    return ratio_estimate(stage.sums, stage.counts, confidence);
  }
  Result operator()(const LatencyQuantile& of) const {
    return quantile_by_sectioning(study.stage(of.stage).batches, of.p, study.replications(),
                                  confidence);
  }
};

}  // namespace

std::optional<Estimate> estimate(const Estimator& estimator, const StudyData& study,
                                 double confidence) {
  return std::visit(Estimation{study, confidence}, estimator);
}

}  // namespace fieldtwin
