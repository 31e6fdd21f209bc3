#pragma once
/// What a ratio of two sums of products is made of.

#include <vector>

namespace fieldtwin {

/// One of several ways to the same end: its total is the product of its factors.
using FactorsOfWay = std::vector<double>;

/// (a - b) / ln(a / b): the logarithmic mean of two numbers that are not negative; a if a = b, and
/// 0 if either is 0.
double logarithmic_mean(double a, double b);

/// With totals A = sum over ways of products of factors x, and B of factors y in the same ways, the
/// share of each factor of each way in ln(A / B):
///   L(A_w, B_w) / L(A, B) ln(x_wf / y_wf),   L the logarithmic mean,
/// so that all shares sum to ln(A / B) exactly and with a single way each is the logarithm of the
/// factor's ratio (B. W. Ang 2004, Energy Policy 32: the logarithmic mean Divisia index). The
/// result has the form of the arguments.
///
/// A way that is 0 on one side alone counts, by the limit, wholly for the first factor that is 0
/// there; factors after it do not matter and may be anything but NaN. std::invalid_argument unless
/// both totals are positive and the forms are equal.
std::vector<std::vector<double>> shares_of_log_ratio(const std::vector<FactorsOfWay>& above,
                                                     const std::vector<FactorsOfWay>& below);

}  // namespace fieldtwin
