#pragma once
/// How often the best impostor beats the entries of the person and of their kin: exactly.

namespace fieldtwin {

/// The best impostor of a search, of one group, seen from the entries that it competes with. With u
/// uniform, impostors come above the threshold tau if u is below a limit, and the best scores
///
///     I(u) = ln(m / q(u)),  1 - (1 - q)^N = u
///
/// (non_mated_tail.hpp). An entry that scores H + ln(v) / b, v uniform, stays below I(u) with
/// probability min(1, phi r(u)), where phi is the probability that it stays below tau and r(u) =
/// exp(b (I(u) - tau)). With y = -ln(1 - u), q = y / N (1 - y / 2N + ...), so that
///
///     integral r(u)^k du = L^kb integral y^-kb (1 + kb y / 2N) exp(-y) dy,  L = m N exp(-tau),
///
/// which is a pair of incomplete gamma functions, here by their power series. Relative accuracy
/// 1e-7 from N = 100 up.
class ImpostorLaw {
 public:
  /// `limit`: the probability that an impostor comes above the threshold; above what the gallery
  /// gives, the rest scores exactly the threshold and is no part of these integrals.
  ImpostorLaw(double people, double factor, double threshold, double rate, double limit);

  /// Probability that an impostor comes above the threshold and above two independent entries, that
  /// stay below the threshold with probabilities `a` and `b`; 1: there is no such entry. In [0, 1].
  double beats(double a, double b) const;

  /// Probability that an impostor scores above the threshold: beats(1, 1).
  double above() const;

 private:
  /// The y at which an entry of that probability is beaten for sure.
  double sure(double phi) const;
  /// integral of r^k over u, from 0, times no constant that a difference does not cancel.
  double integral(int k, double y) const;

  double people_;
  double rate_;      //!< b
  double single_;    //!< m exp(-tau): one comparison above the threshold
  double expected_;  //!< L: impostors above the threshold
  double end_;       //!< y at the limit
};

}  // namespace fieldtwin
