#pragma once
/// When there are enough replications: K. Hoad, S. Robinson & R. Davies (2010), "Automated
/// selection of the number of replications for a discrete-event simulation", Journal of the
/// Operational Research Society 61, 1632-1644.
///
/// A half-width that happens to be narrow after few replications is no reason to stop: it must
/// stay narrow while a few more are added, the look-ahead. Decisions rest on the first n
/// replications and on nothing else, so they are the same whoever simulates them, in whatever
/// order they finish.

#include <cstddef>

namespace fieldtwin {

/// The first number of replications at which is asked whether they are enough. The paper begins
/// with 3; a few more make the half-width's own estimate steadier.
inline constexpr std::size_t kFirstLook = 10;

/// How many replications more the precision has to hold for: 5 up to a hundred replications, then
/// 5 n / 100, as the paper recommends (its kLimit of 5, scaled with n). It is looked at after each
/// fifth of them.
std::size_t look_ahead(std::size_t n);

/// The number of replications at which to ask again after n, of which the widest target is missed
/// by a factor (half-width over target): half of those that seem to be lacking are added at once,
/// since a half-width shrinks as the square root, but at most as many as there are.
std::size_t next_look(std::size_t n, double missed_by);

/// The state of one run to a precision. `ask` is the number of replications to look at; `tell` says
/// how the widest target stands there.
class StoppingRule {
 public:
  /// The number that is to be looked at now.
  std::size_t ask() const { return at_; }
  /// So many replications are needed until the rule can ask for a number that is not known yet: the
  /// end of the look-ahead, if there is one. To be simulated at once.
  std::size_t batch_end() const { return reached_ == 0 ? at_ : reached_ + look_ahead(reached_); }
  /// Half-width over target, the largest of all targets, over the first ask() replications; at most
  /// 1 is precise enough. Must not be called when it has stopped.
  void tell(double ratio);
  bool has_stopped() const { return stopped_; }
  /// Where the precision was reached that lasted; ask() is the end of the look-ahead.
  std::size_t reached_at() const { return reached_; }

 private:
  std::size_t at_ = kFirstLook;
  std::size_t reached_ = 0;  //!< 0: not precise at the last look
  std::size_t held_ = 0;     //!< fifths of the look-ahead that it has lasted for
  bool stopped_ = false;
};

}  // namespace fieldtwin
