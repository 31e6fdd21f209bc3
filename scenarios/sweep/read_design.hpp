#pragma once
/// The design of a sweep's file.

#include <cstdint>
#include <optional>
#include <vector>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// A design, or nothing and an error at its place:
///
///     grid                                  all combinations of lists
///     {grid: {levels: 5}}                   and of so many levels of each range or distribution
///     {latin-hypercube: {points: 100}}
///     {sobol: {points: 128}}
///     {morris: {trajectories: 20, levels: 4}}      without levels, 4
///     {saltelli: {blocks: 128}}
std::optional<Design> read_design(const Node& node, const std::vector<SweptFactor>& factors,
                                  ErrorList& errors);

/// A plain whole number between two bounds, or nothing and an error.
std::optional<std::uint32_t> read_whole(const Node& node, std::uint32_t low, std::uint32_t high,
                                        ErrorList& errors);

}  // namespace fieldtwin
