#pragma once

namespace fieldtwin {

/// The law of the scales in a population of templates: the logarithm of a squared scale is normal,
/// cut at kReach standard deviations either way, and the squared scale has mean 1. Conditions of a
/// capture are bounded: with a law that is not cut, of mated distances that vary as much as the
/// rendered ones twice as many lie beyond 0.50.
///
/// `tail` is the standard deviation of the logarithm before it is cut; 0 is no scale at all.
struct ScaleLaw {
  static constexpr double kReach = 2.0;
  static constexpr double kCut = 0.022750131948179207;  //!< of a normal law's mass, at either end

  /// The logarithm of the scale that belongs to 0.
  static float log_of_middle(float tail);

  /// E s^4 / (E s^2)^2: 1 for no tail, and rising with it. From the moments of the cut lognormal,
  ///   E exp(T z) = exp(T^2 / 2) (Phi(c - T) - Phi(-c - T)) / (Phi(c) - Phi(-c)).
  static double fourth_moment(double tail);
  /// The tail of which that is `fourth_moment`; 0 below 1, kMostTail where it is too large.
  static double tail_of(double fourth_moment);
  static constexpr double kMostTail = 2.0;
};

}  // namespace fieldtwin
