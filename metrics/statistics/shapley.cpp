#include "metrics/statistics/shapley.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace fieldtwin {
namespace {

std::size_t players_of(std::span<const std::int64_t> worths) {
  const std::size_t size = worths.size();
  if (size < 2 || size > (std::size_t{1} << kMostPlayers) || !std::has_single_bit(size)) {
    throw std::invalid_argument("a game has a worth for each set of 1 to 8 players");
  }
  return static_cast<std::size_t>(std::countr_zero(size));
}

std::int64_t factorial(std::size_t n) {
  std::int64_t product = 1;
  for (std::size_t i = 2; i <= n; ++i) product *= static_cast<std::int64_t>(i);
  return product;
}

/// s! (others - s)!: in how many orders of the others exactly the set S comes first.
std::int64_t orders(std::size_t set, std::size_t others) {
  const auto size = static_cast<std::size_t>(std::popcount(set));
  return factorial(size) * factorial(others - size);
}

}  // namespace

double Fraction::value() const {
  // The whole part apart: a double holds it exactly where the numerator would not fit.
  const WideInteger whole = numerator / denominator;
  const auto rest = static_cast<double>(numerator % denominator);
  return static_cast<double>(whole) + rest / static_cast<double>(denominator);
}

std::string Fraction::text() const {
  std::string digits;
  WideInteger left = numerator < 0 ? -numerator : numerator;
  do {
    digits += static_cast<char>('0' + static_cast<int>(left % 10));
    left /= 10;
  } while (left > 0);
  if (numerator < 0) digits += '-';
  std::ranges::reverse(digits);
  return digits + "/" + std::to_string(denominator);
}

std::vector<Fraction> shapley_values(std::span<const std::int64_t> worths) {
  const std::size_t k = players_of(worths);
  std::vector<Fraction> values;
  for (std::size_t player = 0; player < k; ++player) {
    const std::size_t bit = std::size_t{1} << player;
    WideInteger sum = 0;
    for (std::size_t set = 0; set < worths.size(); ++set) {
      if (set & bit) continue;
      sum += WideInteger{orders(set, k - 1)} * (WideInteger{worths[set | bit]} - worths[set]);
    }
    values.push_back({sum, factorial(k)});
  }
  return values;
}

std::vector<Interaction> pair_interactions(std::span<const std::int64_t> worths) {
  const std::size_t k = players_of(worths);
  std::vector<Interaction> pairs;
  for (std::size_t i = 0; i < k; ++i) {
    for (std::size_t j = i + 1; j < k; ++j) {
      const std::size_t a = std::size_t{1} << i, b = std::size_t{1} << j;
      WideInteger sum = 0;
      for (std::size_t set = 0; set < worths.size(); ++set) {
        if (set & (a | b)) continue;
        const WideInteger together =
            WideInteger{worths[set | a | b]} - worths[set | a] - worths[set | b] + worths[set];
        sum += orders(set, k - 2) * together;
      }
      pairs.push_back({i, j, {sum, factorial(k - 1)}});
    }
  }
  return pairs;
}

std::vector<std::uint32_t> smallest_preventions(std::span<const std::int64_t> worths) {
  players_of(worths);
  const std::size_t all = worths.size() - 1;
  if (worths[all] == 0) return {};
  std::vector<std::uint32_t> removals(all);
  for (std::size_t i = 0; i < all; ++i) removals[i] = static_cast<std::uint32_t>(i + 1);
  std::ranges::stable_sort(removals, {}, [](std::uint32_t set) { return std::popcount(set); });

  std::vector<std::uint32_t> smallest;
  for (const std::uint32_t removed : removals) {
    const auto holds_one = [removed](std::uint32_t found) { return (removed & found) == found; };
    if (worths[all & ~std::size_t{removed}] == 0 && std::ranges::none_of(smallest, holds_one)) {
      smallest.push_back(removed);
    }
  }
  return smallest;
}

}  // namespace fieldtwin
