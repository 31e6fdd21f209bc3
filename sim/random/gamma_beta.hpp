#pragma once
/// The two inverse CDFs without a formula, by Boost.Math's root finding (about a microsecond each).

namespace fieldtwin {

/// Quantile of the gamma distribution with shape `shape` and scale 1; u in (0, 1).
double gamma_quantile(double shape, double u);

/// Quantile of the beta distribution on [0, 1]; u in (0, 1).
double beta_quantile(double alpha, double beta, double u);

}  // namespace fieldtwin
