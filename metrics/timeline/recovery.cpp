#include "metrics/timeline/recovery.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sim/random/draws.hpp"

namespace fieldtwin {
namespace {

constexpr std::size_t kHour = 4;  //!< in bins
constexpr std::size_t kResamples = 200;
constexpr double kSmallestBand = 0.05;  //!< of the mean level

std::vector<std::size_t> all_of(std::size_t replications) {
  std::vector<std::size_t> places(replications);
  std::iota(places.begin(), places.end(), std::size_t{0});
  return places;
}

/// The values of the single replications in a bin, of those that have one.
std::vector<double> single_values(const Course& course, std::size_t bin) {
  std::vector<double> values;
  for (std::size_t r = 0; r < course.above[bin].size(); ++r) {
    const double below = course.below.empty() ? 1.0 : course.below[bin][r];
    if (below > 0.0) values.push_back(course.above[bin][r] / below);
  }
  return values;
}

double standard_deviation(const std::vector<double>& values) {
  if (values.size() < 2) return 0.0;
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (n - 1.0));
}

bool is_ordinary(const std::optional<double>& is, const std::optional<double>& ever, double band) {
  return !is || !ever || std::abs(*is - *ever) <= band;
}

}  // namespace

std::vector<std::optional<double>> mean_course(const Course& course,
                                               std::span<const std::size_t> replications) {
  std::vector<std::optional<double>> means(course.above.size());
  for (std::size_t bin = 0; bin < means.size(); ++bin) {
    double above = 0.0;
    double below = 0.0;
    for (const std::size_t r : replications) {
      above += course.above[bin][r];
      below += course.below.empty() ? 1.0 : course.below[bin][r];
    }
    if (below > 0.0) means[bin] = above / below;
  }
  return means;
}

std::vector<double> normal_band(const Course& without) {
  std::vector<double> band(without.above.size(), 0.0);
  if (band.empty()) return band;
  const auto means = mean_course(without, all_of(without.above[0].size()));
  double level = 0.0;
  double known = 0.0;
  for (const auto& mean : means) {
    if (!mean) continue;
    level += std::abs(*mean);
    known += 1.0;
  }
  const double smallest = known > 0.0 ? kSmallestBand * level / known : 0.0;
  for (std::size_t bin = 0; bin < band.size(); ++bin) {
    band[bin] = std::max(smallest, 2.0 * standard_deviation(single_values(without, bin)));
  }
  return band;
}

std::optional<double> recovery_of(const std::vector<std::optional<double>>& as_it_is,
                                  const std::vector<std::optional<double>>& without,
                                  const std::vector<double>& band, const RecoveryWindow& window) {
  for (std::size_t bin = 0; bin < as_it_is.size(); ++bin) {
    if (window.begins[bin] < window.fault_ends) continue;
    const std::size_t end = std::min(bin + kHour, as_it_is.size());
    bool ordinary = true;
    for (std::size_t i = bin; i < end && ordinary; ++i) {
      ordinary = is_ordinary(as_it_is[i], without[i], band[i]);
    }
    if (ordinary) return window.begins[bin] - window.fault_ends;
  }
  return std::nullopt;
}

Recovery recovery_with_interval(const Course& as_it_is, const Course& without,
                                const RecoveryWindow& window, std::size_t replications) {
  const std::vector<double> band = normal_band(without);
  const auto of = [&](const std::vector<std::size_t>& places) {
    return recovery_of(mean_course(as_it_is, places), mean_course(without, places), band, window);
  };
  Recovery recovery{of(all_of(replications)), std::nullopt};
  if (replications < 2) return recovery;
  std::vector<double> resampled;
  for (std::uint32_t i = 0; i < kResamples; ++i) {
    const Draws draws(0, i);
    std::vector<std::size_t> places(replications);
    for (std::size_t r = 0; r < replications; ++r) {
      const double u = draws.uniform(Decision::kRecoveryResample, r);
      places[r] = std::min(replications - 1,
                           static_cast<std::size_t>(u * static_cast<double>(replications)));
    }
    resampled.push_back(of(places).value_or(std::numeric_limits<double>::infinity()));
  }
  std::sort(resampled.begin(), resampled.end());
  const std::size_t out = kResamples / 40;  // 2.5 % at each end
  recovery.interval = Interval{resampled[out], resampled[kResamples - 1 - out]};
  return recovery;
}

}  // namespace fieldtwin
