#pragma once
/// What a metric was at the points of a design.

#include <span>
#include <vector>

namespace fieldtwin {

/// [point][replication]: the metric in each replication of each point, or in each batch of them; as
/// many at every point, in the same order. Equal places are the same luck (common random numbers),
/// different places independent luck.
using Responses = std::vector<std::vector<double>>;

/// An estimate of E[a] E[b], where a and b differ from replication to replication: the mean of
/// a_i b_j over all i != j. However a_i and b_i hang together, luck does not enter: the product of
/// the two means would be too large by their covariance over the number of replications. With one
/// replication it is their product, luck included.
double product_of_means(std::span<const double> a, std::span<const double> b);

double mean_of(std::span<const double> values);
/// a - b, one by one.
std::vector<double> minus(std::span<const double> a, std::span<const double> b);
/// The mean over points, replication by replication.
std::vector<double> mean_over_points(const Responses& responses);

}  // namespace fieldtwin
