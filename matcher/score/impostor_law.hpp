#pragma once
/// How often the best impostor beats the entries of the person and of their kin: exactly.

#include <array>
#include <cmath>
#include <cstddef>

namespace fieldtwin {

/// An entry that the impostors of a search compete with. It scores H + ln(v) / b, v uniform.
struct Rival {
  double below = 1.0;   //!< phi = exp(-b d): probability that it stays below the threshold
  double single = 1.0;  //!< exp(-d): how much rarer impostors at its highest score are than at the
                        //!< threshold

  /// Whose highest score lies `d` above the threshold; below it, the entry is as good as none.
  static Rival at(double d, double rate) {
    return d > 0.0 ? Rival{std::exp(-rate * d), std::exp(-d)} : Rival{};
  }
};

/// The best impostor of a search, of one group. With u uniform, impostors come above the threshold
/// tau if u is below a limit, and the best scores
///
///     I(u) = ln(m / q(u)),  1 - (1 - q)^N = u
///
/// (non_mated_tail.hpp). A rival stays below I(u) with probability min(1, phi r(u)), r(u) =
/// exp(b (I(u) - tau)). With y = -ln(1 - u), q = y / N (1 - y / 2N + ...), so that
///
///     integral r(u)^k du = L^kb integral y^-kb (1 + kb y / 2N) exp(-y) dy,  L = m N exp(-tau),
///
/// which is a pair of incomplete gamma functions, here by their power series. Where a rival is
/// beaten for sure, phi r = 1 and the power is known: the series cost no power. Relative accuracy
/// 1e-7 from N = 100 up.
class ImpostorLaw {
 public:
  /// `limit`: the probability that an impostor comes above the threshold; above what the gallery
  /// gives, the rest scores exactly the threshold and is no part of these integrals.
  ImpostorLaw(double people, double factor, double threshold, double rate, double limit);

  /// Probability that an impostor comes above the threshold and above two independent rivals. A
  /// rival that stays below the threshold for sure is none. In [0, 1].
  double beats(const Rival& one, const Rival& other) const;

  /// Probability that an impostor scores above the threshold: of no rivals.
  double above() const { return above_; }

 private:
  /// The integral of r^k over u from 0 to where y is.
  double integral(int k, double y) const;
  /// The same to where a rival is beaten for sure.
  double integral_to_sure(int k, const Rival& rival, double y) const;
  double sure(const Rival& rival) const;  //!< the y of that place
  /// y^(kb - 1) times a primitive of y^-kb (1 + kb y / 2N) exp(-y).
  double series(int k, double y) const;

  static constexpr std::size_t kQuick = 24;  //!< terms whose share is kept: more are seldom needed

  double people_;
  double single_;                //!< m exp(-tau): one comparison above the threshold
  double expected_;              //!< L: impostors above the threshold
  double end_;                   //!< y at the limit
  double above_;                 //!< u at the limit
  std::array<double, 3> power_;  //!< kb, by k
  std::array<bool, 3> nudged_;   //!< kb was moved off a pole of the series
  std::array<double, 3> whole_;  //!< integral(k, end_)
  std::array<std::array<double, kQuick>, 3> shares_;  //!< 1 / (1 - kb + j), by k and j
};

}  // namespace fieldtwin
