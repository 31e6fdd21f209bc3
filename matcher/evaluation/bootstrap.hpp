#pragma once
/// Intervals by drawing people anew.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "metrics/statistics/interval.hpp"

namespace fieldtwin {

/// Photos of a person are alike and no independent trials, so whole people are drawn, with
/// replacement: each set says how often each person counts. A pure function of its arguments.
/// Bolle, Ratha & Pankanti (2004), "Error analysis of pattern recognition systems: the subsets
/// bootstrap", Computer Vision and Image Understanding 93.
std::vector<std::vector<std::uint32_t>> resampled_people(std::size_t people, std::size_t sets);

inline constexpr std::size_t kResamples = 400;

/// The percentile interval of a statistic over sets of people.
Interval percentile_interval(std::vector<double> values, double confidence = kUsualConfidence);

}  // namespace fieldtwin
