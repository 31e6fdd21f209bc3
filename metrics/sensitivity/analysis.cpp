#include "metrics/sensitivity/analysis.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

constexpr std::size_t kMostLevels = 10;

struct Analyser {
  const Design& design;
  const std::vector<Factor>& factors;
  std::uint64_t seed;
  const Responses& responses;

  Analysis operator()(const GridDesign& grid) const {
    Analysis result{variance_parts(responses), {}};
    std::size_t stride = responses.size();
    for (std::size_t j = 0; j < factors.size(); ++j) {
      const std::size_t levels = grid.levels[j];
      stride /= levels;
      std::vector<std::size_t> level_of(responses.size());
      for (std::size_t row = 0; row < level_of.size(); ++row) level_of[row] = row / stride % levels;
      FactorAnalysis factor;
      for (std::size_t level = 0; level < levels; ++level) {
        const double place = place_of_level(factors[j], level, levels);
        factor.places.push_back({place, place});
      }
      factor.main = main_effect(responses, level_of, levels, Others::kCrossed);
      result.factors.push_back(std::move(factor));
    }
    return result;
  }

  Analysis operator()(const LatinHypercubeDesign&) const {
    return of_drawn_points(points_of(design, factors, seed), responses);
  }
  Analysis operator()(const SobolSequenceDesign&) const {
    return of_drawn_points(points_of(design, factors, seed), responses);
  }

  Analysis operator()(const MorrisDesign& morris) const {
    const Trajectories walks =
        morris_trajectories(morris.trajectories, morris.levels, factor_entities(factors), seed);
    Analysis result{variance_parts(responses), {}};
    for (ElementaryEffects& effects : elementary_effects(walks, responses)) {
      result.factors.push_back({{}, std::nullopt, std::move(effects), std::nullopt});
    }
    return result;
  }

  Analysis operator()(const SaltelliDesign&) const {
    const std::size_t k = factors.size();
    UnitPoints points;
    const UnitPoints all = points_of(design, factors, seed);
    for (std::size_t row = 0; row < all.size(); row += k + 2) {
      points.insert(points.end(), {all[row], all[row + 1]});
    }
    Analysis result = of_drawn_points(points, independent_rows(responses, k));
    const auto indices = sobol_indices(responses, k);
    for (std::size_t j = 0; indices && j < k; ++j) result.factors[j].index = (*indices)[j];
    return result;
  }

  Analysis of_drawn_points(const UnitPoints& points, const Responses& values) const {
    Analysis result{variance_parts(values), {}};
    for (std::size_t j = 0; j < factors.size(); ++j) {
      const auto* const list = std::get_if<FactorList>(&factors[j].values);
      const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(points.size())));
      const std::size_t levels = list ? list->size : std::clamp<std::size_t>(root, 2, kMostLevels);
      const double n = static_cast<double>(levels);
      std::vector<std::size_t> level_of;
      for (const auto& point : points) {
        level_of.push_back(std::min(levels - 1, static_cast<std::size_t>(point[j] * n)));
      }
      FactorAnalysis factor;
      for (std::size_t i = 0; i < levels; ++i) {
        factor.places.push_back({static_cast<double>(i) / n, (static_cast<double>(i) + 1.0) / n});
      }
      factor.main = main_effect(values, level_of, levels, Others::kSampled);
      result.factors.push_back(std::move(factor));
    }
    return result;
  }
};

}  // namespace

std::optional<Analysis> analyse(const Design& design, const std::vector<Factor>& factors,
                                std::uint64_t seed, const Responses& responses) {
  if (responses.size() < 2) return std::nullopt;
  return std::visit(Analyser{design, factors, seed, responses}, design);
}

}  // namespace fieldtwin
