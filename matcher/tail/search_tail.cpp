#include "matcher/tail/search_tail.hpp"

#include <algorithm>
#include <cmath>
#include <map>
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

double variance(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double sum = 0.0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / n;
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

SearchTail::SearchTail(NonMatedSearches searches, const TailOptions& options)
    : gallery_(searches.gallery),
      people_(searches.best.size()),
      options_(options),
      level_(level_of(searches, options.excesses)) {
  const bool known = !searches.entries.empty();
  if (known && searches.entries.size() != people_) {
    throw std::invalid_argument("a tail needs the entries of all scores, or of none");
  }
  std::map<std::uint64_t, std::size_t> entries;
  for (std::size_t person = 0; person < people_; ++person) {
    const auto& best = searches.best[person];
    if (known && searches.entries[person].size() != best.size()) {
      throw std::invalid_argument("a tail needs the entries of all scores, or of none");
    }
    for (std::size_t k = 0; k < best.size() && best[k] > level_; ++k) {
      const std::size_t entry =
          known ? entries.emplace(searches.entries[person][k], entries.size()).first->second
                : excesses_.size();
      excesses_.push_back({best[k] - level_, person, entry});
    }
  }
  entries_ = known ? entries.size() : excesses_.size();
  std::stable_sort(excesses_.begin(), excesses_.end(),
                   [](const Excess& a, const Excess& b) { return a.beyond < b.beyond; });
}

template <class Times>
std::variant<SearchTail::Fit, TailRefusal> SearchTail::fit(const Times& times) const {
  std::vector<double> sorted;
  for (std::size_t i = 0; i < excesses_.size(); ++i) {
    sorted.insert(sorted.end(), times(i), excesses_[i].beyond);
  }
  if (sorted.size() < kFewestExcesses) return TailRefusal::kTooFew;
  const auto law = fit_generalised_pareto(sorted);
  if (!law || law->shape >= 0.5) return TailRefusal::kTooHeavy;
  const double comparisons = gallery_ * static_cast<double>(people_);
  return Fit{static_cast<double>(sorted.size()) / comparisons, *law};
}

std::vector<double> SearchTail::relative_fmr(Resampled what, double whole, double excess,
                                             const Draws& draws) const {
  // Drawn are all entries or all comparisons; those without an excess need not be told apart.
  const bool of_entries = what == Resampled::kEntries;
  const double all = of_entries ? gallery_ : gallery_ * static_cast<double>(people_);
  std::vector<std::size_t> times(of_entries ? entries_ : excesses_.size());
  const auto n = static_cast<double>(times.size());
  std::vector<double> relative;
  for (std::uint64_t resample = 0; resample < options_.resamples; ++resample) {
    const auto draw = [&](std::uint64_t i) {
      return draws.uniform(Decision::kTailBootstrap, resample << 32 | i,
                           static_cast<std::uint16_t>(what));
    };
    std::fill(times.begin(), times.end(), 0);
    const std::size_t drawn = binomial(static_cast<std::size_t>(all), n / all, draw(0));
    for (std::uint64_t i = 1; i <= drawn; ++i) {
      ++times[std::min(times.size() - 1, static_cast<std::size_t>(draw(i) * n))];
    }
    const auto again = fit([&](std::size_t i) { return times[of_entries ? excesses_[i].entry : i]; });
    if (const auto* told = std::get_if<Fit>(&again)) relative.push_back(told->fmr(excess) / whole);
  }
  return relative;
}

std::vector<double> SearchTail::factors_of_entries(double whole, double excess,
                                                   const Draws& draws) const {
  if (entries_ == excesses_.size() || !(whole > 0.0)) return {};  // no entry has two
  auto entries = relative_fmr(Resampled::kEntries, whole, excess, draws);
  const double both = variance(entries);
  const double single = variance(relative_fmr(Resampled::kScores, whole, excess, draws));
  if (!(both > single)) return {};
  for (double& factor : entries) factor = std::pow(factor, std::sqrt(1.0 - single / both));
  return entries;
}

std::variant<RateBounds, TailRefusal> SearchTail::false_positives(double gallery, double threshold,
                                                                  const Draws& draws,
                                                                  std::size_t searches) const {
  if (gallery > kFurthest * gallery_) return TailRefusal::kTooFar;
  if (threshold < level_) return TailRefusal::kBelowLevel;
  const double excess = threshold - level_;
  const auto whole = fit([](std::size_t) { return std::size_t{1}; });
  if (const auto* refusal = std::get_if<TailRefusal>(&whole)) return *refusal;
  const double fmr = std::get<Fit>(whole).fmr(excess);
  const auto rate_of = [&](double of_one) {
    return -std::expm1(gallery * std::log1p(-std::min(of_one, 1.0)));
  };

  const auto factors = factors_of_entries(fmr, excess, draws);
  const auto n = static_cast<double>(people_);
  std::vector<std::size_t> times(people_);
  std::vector<double> rates;
  for (std::uint64_t resample = 0; resample < options_.resamples; ++resample) {
    std::fill(times.begin(), times.end(), 0);
    for (std::uint64_t i = 0; i < people_; ++i) {
      const double u = draws.uniform(Decision::kTailBootstrap, resample << 32 | i);
      ++times[std::min(people_ - 1, static_cast<std::size_t>(u * n))];
    }
    const auto again = fit([&](std::size_t i) { return times[excesses_[i].person]; });
    // A resample that allows no fit says nothing; there are few where the whole allows one.
    if (!std::holds_alternative<Fit>(again)) continue;
    const double factor = factors.empty() ? 1.0 : factors[resample % factors.size()];
    double rate = rate_of(factor * std::get<Fit>(again).fmr(excess));
    if (searches > 0) {
      const double u = draws.uniform(Decision::kTailBootstrap, resample << 32 | people_);
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
  return RateBounds{Probability(rate_of(fmr)), at(outside), at(1.0 - outside)};
}

}  // namespace fieldtwin
