#pragma once
/// How a metric changes with one factor, averaged over the others.

#include <cstddef>
#include <optional>
#include <vector>

#include "metrics/sensitivity/responses.hpp"
#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Where the other factors are at the points of one level.
enum class Others {
  kCrossed,  //!< at each level the same combinations: only luck makes a level's mean uncertain
  kSampled,  //!< drawn anew at each point: where they happen to be does so too
};

struct MainEffect {
  std::vector<std::optional<Estimate>> levels;  //!< mean of the points of each; nothing if none
  /// The share of the factors' variance that the means of the levels account for: the first-order
  /// index, as far as levels of this width can show it. Nothing if nothing varies, or too little is
  /// known. In [0, 1].
  std::optional<double> share;
};

/// `level_of` gives the level of each point, below `levels`; at least two points.
///
/// Crossed: a level's interval is over replications; the share is that of a full factorial's
/// analysis of variance with luck taken out (product_of_means). Sampled: the interval is over the
/// points of the level, and the share is epsilon squared, which takes out what levels would differ
/// if the factor had no effect: T. L. Kelley, "An unbiased correlation ratio measure", Proc. Nat.
/// Acad. Sci. 21 (1935) 554-559.
MainEffect main_effect(const Responses& responses, const std::vector<std::size_t>& level_of,
                       std::size_t levels, Others others, double confidence = kUsualConfidence);

}  // namespace fieldtwin
