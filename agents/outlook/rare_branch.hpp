#pragma once
/// Looking into a rare branch for one scan in many, as if it were so many times as likely.

#include <cstdint>

#include "sim/random/draws.hpp"

namespace fieldtwin {

/// What is rare and costs as much to work out as what is usual. The number is part of a draw's
/// address.
enum class RareBranch : std::uint16_t {
  kTwin,
  kRelative,
  kOtherFace,
  kOtherFacesTwin,
  kOtherFacesRelative
};

/// The probability with which to work out a branch of probability `p` in place of `p` itself:
/// `kRareness` times as much for one encounter in `kRareness`, by a draw of its own, and 0 for the
/// others. Its mean is `p`, so a sum over encounters in which the branch enters linearly has the
/// mean that it had (importance sampling, with the likelihood ratio 1 / kRareness). A branch that
/// is not rare is left alone: its spread would show.
inline double looked_into(double p, RareBranch branch, const Draws& draws,
                          std::uint64_t encounter) {
  constexpr double kRareness = 16.0;
  constexpr double kRare = 0.02;
  if (p <= 0.0 || p > kRare) return p;
  const double u =
      draws.uniform(Decision::kRareBranch, encounter, static_cast<std::uint16_t>(branch));
  return u * kRareness < 1.0 ? p * kRareness : 0.0;
}

}  // namespace fieldtwin
