#pragma once
/// Numbers and distributions as they stand in a scenario.
///
///     0.4 s
///     {lognormal: {median: 0.4 s, p95: 2 s}}      {exponential: {mean: 10 min}}
///     {uniform: [1 s, 2 s]}                       {log_uniform: [0.01 %, 100 %]}
///     {triangular: [30 min, 1 h, 4 h]}            lowest, likeliest, highest
///     {gamma: {mean: 3, sd: 1}}                   {beta: {mean: 20 %, sd: 5 %}}
///     {beta: {mean: 5, sd: 1, low: 1, high: 9}}   low and high may be left out for a share alone
///     {discrete: [[1, 70], [2, 30]]}              [value, weight]
///     {mixture: [[70, {uniform: [0 s, 2 h]}], [30, 1 d]]}   [weight, distribution]

#include <optional>
#include <string>
#include <vector>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/registry.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// Reads a number or a distribution in the base unit of its dimension. What is wrong with it goes
/// to `errors`, and nothing is returned.
std::optional<Distribution> read_distribution(const Node& node, Dimension dimension,
                                              ErrorList& errors);

/// The text that read_distribution turns into exactly this distribution.
std::string distribution_text(const Distribution& distribution, Dimension dimension);

/// The names of the shapes: lognormal, uniform, ...
const std::vector<std::string>& shape_names();

}  // namespace fieldtwin
