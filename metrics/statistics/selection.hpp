#pragma once
/// Which of several systems has the largest mean: the fully sequential procedure KN of S.-H. Kim &
/// B. L. Nelson (2001), "A fully sequential procedure for indifference-zone selection in
/// simulation", ACM Transactions on Modeling and Computer Simulation 11, 251-273, with c = 1.
///
/// All systems are sampled under common random numbers, one replication of each at a time. After a
/// first stage that tells how much the difference of each pair varies, a system leaves as soon as
/// its mean lies below that of another by more than a half-width that shrinks to zero. If the
/// replications are normal and the best mean is at least `indifference` above the others, the best
/// is selected with at least the confidence; among systems that are closer than that, one of them
/// is. Looking at some numbers of replications only, fixed beforehand, keeps the promise: a path
/// leaves the region at fewer places.

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "metrics/statistics/paired.hpp"

namespace fieldtwin {

/// eta, the solution of (1 + 2 eta)^(-degrees / 2) / 2 = (1 - confidence) / (systems - 1): the
/// constant of the half-width below, valid under common random numbers (Bonferroni).
/// std::invalid_argument unless there are at least two systems and one degree of freedom.
double selection_eta(std::size_t systems, double confidence, double degrees_of_freedom);

/// How far two means over n replications may lie apart while both stay:
///   W(n) = max(0, (h^2 S^2 / d - d n) / 2n),  h^2 = 2 eta degrees, d the indifference.
double screening_half_width(const PairVariance& pair, double eta, double indifference,
                            std::size_t n);

/// A system that left.
struct Elimination {
  std::size_t system;
  std::size_t by;  //!< the system that was better
  std::size_t at;  //!< replications of each by then
};

/// The state of one selection.
class SequentialSelection {
 public:
  /// What of a pair (i < l) is known from the first stage.
  using Pairs = std::function<PairVariance(std::size_t i, std::size_t l)>;

  /// All systems are in. std::invalid_argument unless there are at least two of them, the
  /// confidence lies between 0 and 1, and the indifference is positive.
  SequentialSelection(std::size_t systems, double confidence, double indifference,
                      const Pairs& pairs);

  /// Lets those go whose mean over n replications is too low. `means` has one for every system,
  /// read of those only that are in. With `may_eliminate`, only such systems drive others out:
  /// with a constraint, those that are known to keep it (S. Andradottir & S.-H. Kim 2010, "Fully
  /// sequential procedures for comparing constrained systems via simulation", Naval Research
  /// Logistics 57, 403-421).
  void screen(std::size_t n, std::span<const double> means,
              const std::function<bool(std::size_t)>& may_eliminate = {});
  /// Takes a system out for another reason.
  void withdraw(std::size_t system);

  const std::vector<std::size_t>& remaining() const { return remaining_; }  //!< rising
  const std::vector<Elimination>& eliminations() const { return eliminations_; }
  /// Whether more replications would change nothing: at most one is left, or every half-width
  /// between those that are left is zero.
  bool is_over(std::size_t n) const;
  /// The most replications that it can take.
  std::size_t most() const;

 private:
  double half_width(std::size_t i, std::size_t l, std::size_t n) const;
  std::optional<std::size_t> driven_out_by(std::size_t i, std::size_t n,
                                           std::span<const double> means,
                                           const std::function<bool(std::size_t)>& may) const;

  struct Pair {
    PairVariance variance;
    double eta;
  };
  const Pair& pair(std::size_t i, std::size_t l) const;

  std::size_t systems_;
  double indifference_;
  std::vector<Pair> pairs_;  //!< systems x systems; what lies above the diagonal is used
  std::vector<std::size_t> remaining_;
  std::vector<Elimination> eliminations_;
};

}  // namespace fieldtwin
