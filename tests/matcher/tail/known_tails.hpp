#pragma once
/// Non-mated searches whose scores follow a law with a known tail.

#include <cmath>
#include <functional>

#include "matcher/tail/search_tail.hpp"

namespace fieldtwin {

/// A law of scores by its quantile function of the share that lies ABOVE: precise far out.
struct KnownTail {
  const char* name;
  std::function<double(double)> score_above;  //!< the score that a share lies above
};

inline KnownTail exponential_tail() {
  return {"exponential", [](double above) { return -std::log(above); }};
}
/// Shape 0.25.
inline KnownTail pareto_tail() {
  return {"pareto", [](double above) { return std::pow(above, -0.25); }};
}
/// Shape -1: scores end at 1.
inline KnownTail uniform_tail() {
  return {"uniform", [](double above) { return 1.0 - above; }};
}

/// The best `kept` of `gallery` independent scores for each of `people`, without drawing the
/// others: the k-th smallest share above follows from the one before (Renyi). `entity` addresses
/// the draws.
inline NonMatedSearches searches_of(const KnownTail& tail, std::size_t people, double gallery,
                                    std::size_t kept, const Draws& draws, std::uint64_t entity) {
  NonMatedSearches searches{gallery, {}};
  for (std::size_t p = 0; p < people; ++p) {
    std::vector<double> best;
    double log_below = 0.0;  // ln of the share below the k-th best
    for (std::size_t k = 0; k < kept; ++k) {
      const double u =
          draws.uniform(Decision::kTest, entity << 32 | p, static_cast<std::uint16_t>(k));
      log_below += std::log(u) / (gallery - static_cast<double>(k));
      best.push_back(tail.score_above(-std::expm1(log_below)));
    }
    searches.best.push_back(std::move(best));
  }
  return searches;
}

}  // namespace fieldtwin
