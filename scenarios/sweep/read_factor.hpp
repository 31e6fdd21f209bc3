#pragma once
/// One factor of a sweep's file.

#include <optional>

#include "scenarios/reader/yaml_node.hpp"
#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// The factor written as `KEY: VALUES`; nothing, and an error at its place, if it is none. `base`
/// is what it varies. VALUES is one of
///
///     [a, b, c]                                       each as the parameter's value in a scenario
///     {range: [low, high], spacing: linear | log}     numbers between the two
///     {uniform: [a, b]}, {lognormal: ...}, ...        numbers drawn from a distribution
///     {scale: PATH | [PATH, ...], range: [a, b], spacing: ...}     the base's value, multiplied
///     {scale: PATH | [PATH, ...], values: [a, b, c]}
///
/// where KEY is the path of a parameter, or for `scale` any name.
std::optional<SweptFactor> read_factor(const Node::Entry& entry, const Scenario& base,
                                       ErrorList& errors);

}  // namespace fieldtwin
