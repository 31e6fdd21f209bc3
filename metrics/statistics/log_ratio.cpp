#include "metrics/statistics/log_ratio.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace fieldtwin {
namespace {

double product_of(const FactorsOfWay& factors) {
  double product = 1.0;
  for (const double factor : factors) {
    if (factor == 0.0) return 0.0;
    product *= factor;
  }
  return product;
}

double total_of(const std::vector<FactorsOfWay>& ways) {
  double total = 0.0;
  for (const FactorsOfWay& way : ways) total += product_of(way);
  return total;
}

void check_forms(const std::vector<FactorsOfWay>& above, const std::vector<FactorsOfWay>& below) {
  if (!std::ranges::equal(above, below, {}, &FactorsOfWay::size, &FactorsOfWay::size)) {
    throw std::invalid_argument("both sides of a ratio have the same ways and factors");
  }
}

}  // namespace

double logarithmic_mean(double a, double b) {
  if (a == b) return a;
  if (a == 0.0 || b == 0.0) return 0.0;
  const double log_ratio = std::log(a / b);
  // a and b so close that their ratio rounds to 1.
  return log_ratio == 0.0 ? a : (a - b) / log_ratio;
}

std::vector<std::vector<double>> shares_of_log_ratio(const std::vector<FactorsOfWay>& above,
                                                     const std::vector<FactorsOfWay>& below) {
  check_forms(above, below);
  const double total_above = total_of(above), total_below = total_of(below);
  if (!(total_above > 0.0) || !(total_below > 0.0)) {
    throw std::invalid_argument("a ratio to be taken apart is of positive totals");
  }
  const double weight = logarithmic_mean(total_above, total_below);
  std::vector<std::vector<double>> shares;
  for (std::size_t w = 0; w < above.size(); ++w) {
    std::vector<double> of_way(above[w].size(), 0.0);
    const double a = product_of(above[w]), b = product_of(below[w]);
    if (a > 0.0 && b > 0.0) {
      const double of_total = logarithmic_mean(a, b) / weight;
      for (std::size_t f = 0; f < of_way.size(); ++f) {
        of_way[f] = of_total * std::log(above[w][f] / below[w][f]);
      }
    } else if (a > 0.0 || b > 0.0) {
      const FactorsOfWay& empty = a > 0.0 ? below[w] : above[w];
      const auto first = std::ranges::find(empty, 0.0) - empty.begin();
      of_way[static_cast<std::size_t>(first)] = (a - b) / weight;
    }
    shares.push_back(std::move(of_way));
  }
  return shares;
}

}  // namespace fieldtwin
