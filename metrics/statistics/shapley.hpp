#pragma once
/// How much of something each of several causes has brought about.
///
/// A game says what each set of at most eight players (here: causes that act) is worth. Its table
/// has 2^k numbers; the set of players is the number's place, read as bits (bit i: player i is in).
/// Worths are whole numbers, such as people or microseconds, so that everything here is exact: the
/// shares of the players sum to the worth of all without a rounding error.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace fieldtwin {

/// Wide enough for k! times any worth.
__extension__ typedef __int128 WideInteger;

inline constexpr std::size_t kMostPlayers = 8;

/// A number as a fraction, which is not reduced: fractions of one game share the denominator.
struct Fraction {
  WideInteger numerator;
  std::int64_t denominator;  //!< positive

  double value() const;      //!< the nearest double, or one next to it
  std::string text() const;  //!< "40321/40320"
};

/// The Shapley value of each player (L. S. Shapley 1953, "A value for n-person games"):
///   phi_i = sum over S without i of  s! (k - s - 1)! / k!  (v(S + i) - v(S)),
/// what the player adds, averaged over the orders in which the players can come together. The
/// denominator is k!, and sum phi_i = v(all) - v(nobody), exactly.
///
/// std::invalid_argument unless the table is of 1 to 8 players.
std::vector<Fraction> shapley_values(std::span<const std::int64_t> worths);

/// What two players do together that they do not do each alone.
struct Interaction {
  std::size_t first, second;  //!< first < second
  Fraction index;
};

/// The Shapley interaction index of every pair (M. Grabisch & M. Roubens 1999, Int. J. Game Theory
/// 28): sum over S without i and j of  s! (k - s - 2)! / (k - 1)!  times
///   v(S + i + j) - v(S + i) - v(S + j) + v(S).
/// Positive: the two need each other; negative: one stands in for the other. Denominator (k - 1)!,
/// in the order (0, 1), (0, 2), ..., (1, 2), ... Errors as above.
std::vector<Interaction> pair_interactions(std::span<const std::int64_t> worths);

/// The smallest sets of players without whom the whole is worth nothing: each as bits, such that
/// leaving out the set makes the worth 0 and leaving out any part of it does not. By size, then by
/// value; a set of one player is a single cause whose removal would have prevented the harm. Empty
/// if all together are worth nothing, or if even nobody is worth something. Errors as above.
std::vector<std::uint32_t> smallest_preventions(std::span<const std::int64_t> worths);

}  // namespace fieldtwin
