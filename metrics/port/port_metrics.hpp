#pragma once
/// The metrics about ports. None of them can be told of a study without ports.

#include <vector>

#include "metrics/catalogue.hpp"

namespace fieldtwin {

/// Such a metric is left out where it cannot be told.
bool is_about_ports(const Metric& metric);

/// In the order in which they are shown.
std::vector<Metric> port_metrics();

}  // namespace fieldtwin
