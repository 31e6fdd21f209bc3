#pragma once
/// Which of several scenarios is best in a metric, perhaps among those that keep a bound on harm.
///
/// The metric is decided by Kim & Nelson's procedure (metrics/statistics/selection.hpp) on the
/// paired differences of replications. A bound is decided by repeated confidence intervals of the
/// harm's own estimate: at the l-th look each has the confidence 1 - a / (l (l + 1)), so that over
/// all looks it misses the truth with probability a at most (C. Jennison & B. W. Turnbull 2000,
/// Group Sequential Methods, 9; the spending is Bonferroni's, which asks nothing of the estimator).
/// A scenario keeps the bound once its interval lies below it, breaks it once it lies above, and is
/// neither until then: what is not shown is not called feasible. Only a scenario that is shown to
/// keep the bound drives others out (Andradottir & Kim 2010). Half of the error is spent on the
/// bound, in equal parts for the scenarios, half on the selection.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "metrics/catalogue.hpp"
#include "metrics/direction.hpp"
#include "metrics/statistics/selection.hpp"
#include "metrics/tolerance.hpp"

namespace fieldtwin {

/// What is asked.
struct BestQuestion {
  const Metric* metric;
  Better better;           //!< kLower or kHigher
  Tolerance indifference;  //!< a smaller difference does not matter; a share is of the base's value
  double confidence = kUsualConfidence;
  std::optional<HarmBound> bound;
};

/// What is known of the bound.
enum class BoundState { kNotAsked, kNotShown, kKept, kBroken };

/// What is known of one scenario.
struct Contender {
  std::size_t replications = 0;   //!< that it was judged by
  std::optional<Estimate> value;  //!< of the metric, over these
  std::optional<Estimate> harm;   //!< likewise; nothing if no bound was asked for
  BoundState bound = BoundState::kNotAsked;
  std::optional<std::size_t> beaten_by;
};

/// The number of replications at which to look next: ten more, or a tenth.
std::size_t next_selection_look(std::size_t n);

/// A selection as it goes on. The same looks at the same replications come to the same end.
class BestOfSeveral {
 public:
  /// std::invalid_argument with fewer than two scenarios.
  BestOfSeveral(BestQuestion question, std::size_t scenarios);

  /// Judges the scenarios by their first n replications, rising from look to look. `data` has one
  /// for every scenario, of those that remain. std::runtime_error, with a message for the user, if
  /// the metric does not apply to one, or a relative indifference has nothing to be a share of.
  void look(std::size_t n, std::span<const StudyData* const> data);

  bool is_decided() const { return decided_; }
  /// The scenarios that more replications are needed of, in order.
  const std::vector<std::size_t>& remaining() const { return remaining_; }
  /// The best scenario so far that keeps the bound, if there is one.
  std::optional<std::size_t> best() const;
  const std::vector<Contender>& contenders() const { return contenders_; }
  const BestQuestion& question() const { return question_; }
  std::size_t replications() const { return n_; }  //!< at the last look
  std::size_t first_stage() const { return first_stage_; }
  double indifference() const { return indifference_; }  //!< in the metric's unit
  /// The most replications that the selection itself can take, the bound apart.
  std::size_t most() const;

 private:
  void begin(std::size_t n, std::span<const StudyData* const> data);
  void judge_bound(std::size_t scenario, const StudyData& data);
  bool may_win(std::size_t scenario) const;

  BestQuestion question_;
  std::vector<Contender> contenders_;
  std::vector<std::size_t> remaining_;
  std::optional<SequentialSelection> selection_;
  std::size_t looks_ = 0;
  std::size_t n_ = 0;
  std::size_t first_stage_ = 0;
  double indifference_ = 0.0;
  bool decided_ = false;
};

/// As JSON, for compare.json; docs/compare.md describes it. `names` has the base first.
std::string selection_json(const BestOfSeveral& best, const std::vector<std::string>& names);

}  // namespace fieldtwin
