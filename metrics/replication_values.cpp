#include "metrics/replication_values.hpp"

#include <algorithm>
#include <numeric>

namespace fieldtwin {
namespace {

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

struct Values {
  const StudyData& study;

  using Result = std::optional<std::vector<double>>;

  Result operator()(const CountOf& of) const { return study.series(of.events); }
  Result operator()(const MeanOf& of) const { return study.series(of.number); }
  Result operator()(const AmountOf& of) const { return study.series(of.amount); }
  Result operator()(const RateOf& of) const {
    return quotient(study.series(of.events), study.series(of.exposure), of.scale);
  }
  Result operator()(const ScoreOf& of) const {
    if (!of.exposure) return study.series(of.scores);
    return quotient(study.series(of.scores), study.series(*of.exposure), of.scale);
  }
  Result operator()(const VarianceReduction&) const { return std::nullopt; }
  Result operator()(const QuantileOf&) const { return std::nullopt; }
  Result operator()(const ShareOf& of) const {
    return quotient(study.series(of.successes), study.series(of.trials), 1.0);
  }
  Result operator()(const RatioOf& of) const {
    return quotient(study.series(of.amount), study.series(of.base), 1.0);
  }
  Result operator()(const LatencyMean& of) const {
    const StageData& stage = study.stage(of.stage);
    return quotient(stage.sums, stage.counts, 1.0);
  }
  Result operator()(const LatencyQuantile& of) const {
    LogLinearHistogram all;
    std::vector<double> values;
    for (const LogLinearHistogram& batch : study.stage(of.stage).batches) {
      const auto quantile = batch.quantile(of.p);
      if (!quantile) return std::nullopt;
      values.push_back(*quantile);
      all.merge(batch);
    }
    const double shift =
        all.quantile(of.p).value() - sum(values) / static_cast<double>(values.size());
    for (double& value : values) value += shift;
    return values;
  }

  static Result quotient(const std::vector<double>& above, const std::vector<double>& below,
                         double scale) {
    const double total = sum(below);
    if (total == 0.0) return std::nullopt;
    const double ratio = sum(above) / total, n = static_cast<double>(above.size());
    std::vector<double> values(above.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = scale * (ratio + n / total * (above[i] - ratio * below[i]));
    }
    return values;
  }
};

}  // namespace

std::optional<std::vector<double>> replication_values(const Estimator& estimator,
                                                      const StudyData& study) {
  return std::visit(Values{study}, estimator);
}

}  // namespace fieldtwin
