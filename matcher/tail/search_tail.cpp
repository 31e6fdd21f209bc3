#include "matcher/tail/search_tail.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace fieldtwin {
namespace {

/// The highest level beyond which all scores of everybody are known and, if there are as many, so
/// many lie.
double level_of(const NonMatedSearches& searches, std::size_t excesses) {
  if (searches.best.empty() || searches.best.front().empty()) {
    throw std::invalid_argument("a tail needs scores of non-mated searches");
  }
  const std::size_t kept = searches.best.front().size();
  std::vector<double> all;
  double known_from = searches.best.front().back();
  for (const auto& best : searches.best) {
    if (best.size() != kept) {
      throw std::invalid_argument("all searches must keep the same number of scores");
    }
    known_from = std::max(known_from, best.back());
    all.insert(all.end(), best.begin(), best.end());
  }
  const std::size_t rank = std::min(excesses, all.size() - 1);
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rank), all.end(),
                   std::greater<>());
  return std::max(known_from, all[rank]);
}

/// The number of successes in `n` trials, by the inverse of its distribution's running sum.
std::size_t binomial(std::size_t n, double p, double u) {
  if (p <= 0.0) return 0;
  if (p >= 1.0) return n;
  // From the logarithm, so that no first term underflows.
  const double trials = static_cast<double>(n);
  double log_term = trials * std::log1p(-p);
  const double log_odds = std::log(p) - std::log1p(-p);
  double sum = std::exp(log_term);
  std::size_t k = 0;
  while (sum < u && k < n) {
    const double next = static_cast<double>(k);
    log_term += std::log((trials - next) / (next + 1.0)) + log_odds;
    sum += std::exp(log_term);
    ++k;
  }
  return k;
}

}  // namespace

std::string_view words_of(TailRefusal refusal) {
  switch (refusal) {
    case TailRefusal::kTooFar:
      return "the gallery is more than a hundred times as large as the one that was searched";
    case TailRefusal::kTooFew:
      return "too few non-mated scores lie in the tail";
    case TailRefusal::kTooHeavy:
      return "the tail is too heavy for the fit to be trusted";
    case TailRefusal::kBelowLevel:
      break;
  }
  return "the threshold is below the tail that was fitted";
}

double SearchTail::Fit::false_positives(double gallery, double excess) const {
  return -std::expm1(gallery * std::log1p(-share * law.survival(excess)));
}

SearchTail::SearchTail(NonMatedSearches searches, const TailOptions& options)
    : searches_(std::move(searches)),
      options_(options),
      level_(level_of(searches_, options.excesses)) {}

std::variant<SearchTail::Fit, TailRefusal> SearchTail::fit(
    const std::vector<std::size_t>& people) const {
  std::vector<double> excesses;
  for (const auto person : people) {
    for (const double score : searches_.best[person]) {
      if (score <= level_) break;
      excesses.push_back(score - level_);
    }
  }
  if (excesses.size() < kFewestExcesses) return TailRefusal::kTooFew;
  std::sort(excesses.begin(), excesses.end());
  const auto law = fit_generalised_pareto(excesses);
  if (!law || law->shape >= 0.5) return TailRefusal::kTooHeavy;
  const double comparisons = searches_.gallery * static_cast<double>(people.size());
  return Fit{static_cast<double>(excesses.size()) / comparisons, *law};
}

std::variant<RateBounds, TailRefusal> SearchTail::false_positives(double gallery, double threshold,
                                                                  const Draws& draws,
                                                                  std::size_t searches) const {
  if (gallery > kFurthest * searches_.gallery) return TailRefusal::kTooFar;
  if (threshold < level_) return TailRefusal::kBelowLevel;
  const double excess = threshold - level_;
  std::vector<std::size_t> people(searches_.best.size());
  std::iota(people.begin(), people.end(), std::size_t{0});
  const auto whole = fit(people);
  if (const auto* refusal = std::get_if<TailRefusal>(&whole)) return *refusal;

  const auto n = static_cast<double>(people.size());
  std::vector<double> rates;
  for (std::uint64_t resample = 0; resample < options_.resamples; ++resample) {
    for (std::uint64_t i = 0; i < people.size(); ++i) {
      const double u = draws.uniform(Decision::kTailBootstrap, resample << 32 | i);
      people[i] = std::min(people.size() - 1, static_cast<std::size_t>(u * n));
    }
    const auto again = fit(people);
    // A resample that allows no fit says nothing; there are few where the whole allows one.
    if (!std::holds_alternative<Fit>(again)) continue;
    double rate = std::get<Fit>(again).false_positives(gallery, excess);
    if (searches > 0) {
      const double u = draws.uniform(Decision::kTailBootstrap, resample << 32 | people.size());
      rate = static_cast<double>(binomial(searches, rate, u)) / static_cast<double>(searches);
    }
    rates.push_back(rate);
  }
  if (rates.size() < options_.resamples / 2 || rates.empty()) return TailRefusal::kTooFew;
  std::sort(rates.begin(), rates.end());
  const auto at = [&](double share) {
    const double last = static_cast<double>(rates.size() - 1);
    return Probability(rates[static_cast<std::size_t>(std::lround(share * last))]);
  };
  const double outside = (1.0 - options_.confidence) / 2.0;
  return RateBounds{Probability(std::get<Fit>(whole).false_positives(gallery, excess)), at(outside),
                    at(1.0 - outside)};
}

}  // namespace fieldtwin
