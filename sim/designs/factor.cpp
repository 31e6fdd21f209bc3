#include "sim/designs/factor.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

struct ValueAt {
  double place;

  double operator()(const FactorRange& range) const {
    if (place == 0.0) return range.low;
    if (place == 1.0) return range.high;
    if (range.spacing == Spacing::kLogarithmic) {
      return range.low * std::exp(place * std::log(range.high / range.low));
    }
    return range.low + place * (range.high - range.low);
  }
  double operator()(const FactorList& list) const {
    const double last = static_cast<double>(list.size - 1);
    return std::min(last, std::floor(place * static_cast<double>(list.size)));
  }
  double operator()(const Distribution& distribution) const { return distribution.quantile(place); }
};

}  // namespace

double value_at(const Factor& factor, double place) {
  const double value = std::visit(ValueAt{place}, factor.values);
  return factor.rounding == Factor::Rounding::kWhole ? std::round(value) : value;
}

double place_of_level(const Factor& factor, std::size_t level, std::size_t levels) {
  const double i = static_cast<double>(level), n = static_cast<double>(levels);
  const bool has_ends = std::holds_alternative<FactorRange>(factor.values) && levels > 1;
  return has_ends ? i / (n - 1.0) : (i + 0.5) / n;
}

std::uint64_t factor_entity(const Factor& factor) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char letter : factor.name) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
  }
  return hash;
}

std::vector<std::uint64_t> factor_entities(const std::vector<Factor>& factors) {
  std::vector<std::uint64_t> entities;
  std::ranges::transform(factors, std::back_inserter(entities), factor_entity);
  return entities;
}

}  // namespace fieldtwin
