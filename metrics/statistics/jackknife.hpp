#pragma once
/// Intervals of numbers that are made of sums over replications in a complicated way.

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Numbers made of the replications but those at the places [from, until). Nothing if those that
/// are left cannot give them.
using WithoutBlock =
    std::function<std::optional<std::vector<double>>(std::size_t from, std::size_t until)>;

/// The delete-a-group jackknife of several numbers at once: replications are cut into at most 20
/// blocks of consecutive ones, as equal as can be, and with theta_j made of all blocks but the
/// j-th,
///   theta +- t_{b-1} sqrt((b - 1) / b  sum (theta_j - mean of theta_j)^2)
/// (J. Shao & D. Tu 1995, The Jackknife and Bootstrap, 2.1). `all`: the numbers made of all
/// replications. Nothing with fewer than two replications, or if some block cannot be spared.
std::optional<std::vector<Interval>> jackknife_intervals(const std::vector<double>& all,
                                                         std::size_t replications,
                                                         const WithoutBlock& without,
                                                         double confidence = kUsualConfidence);

}  // namespace fieldtwin
