#include "sim/designs/design.hpp"

#include <array>
#include <functional>
#include <numeric>

#include "sim/designs/latin_hypercube.hpp"
#include "sim/designs/morris.hpp"
#include "sim/designs/sobol_sequence.hpp"

namespace fieldtwin {
namespace {

struct PointsOf {
  const std::vector<Factor>& factors;
  std::uint64_t seed;

  UnitPoints operator()(const GridDesign& design) const {
    const std::vector<std::size_t>& levels = design.levels;
    const auto rows =
        std::accumulate(levels.begin(), levels.end(), std::size_t{1}, std::multiplies<>());
    UnitPoints points(rows, std::vector<double>(factors.size()));
    for (std::size_t row = 0; row < rows; ++row) {
      std::size_t rest = row;
      for (std::size_t j = factors.size(); j-- > 0;) {
        points[row][j] = place_of_level(factors[j], rest % levels[j], levels[j]);
        rest /= levels[j];
      }
    }
    return points;
  }

  UnitPoints operator()(const LatinHypercubeDesign& design) const {
    return latin_hypercube(design.points, factor_entities(factors), seed);
  }

  UnitPoints operator()(const SobolSequenceDesign& design) const {
    return sobol_sequence(design.points, factor_entities(factors), seed);
  }

  UnitPoints operator()(const MorrisDesign& design) const {
    const Trajectories walks =
        morris_trajectories(design.trajectories, design.levels, factor_entities(factors), seed);
    UnitPoints points;
    for (const auto& row : walks.rows) {
      std::vector<double> point(factors.size());
      for (std::size_t j = 0; j < factors.size(); ++j) {
        point[j] = place_of_level(factors[j], row[j], design.levels);
      }
      points.push_back(std::move(point));
    }
    return points;
  }

  UnitPoints operator()(const SaltelliDesign& design) const {
    std::vector<std::uint64_t> entities = factor_entities(factors);
    for (std::size_t j = 0; j < factors.size(); ++j) entities.push_back(~entities[j]);
    UnitPoints points;
    for (const auto& row : sobol_sequence(design.blocks, entities, seed)) {
      const auto middle = row.begin() + static_cast<std::ptrdiff_t>(factors.size());
      const std::vector<double> a(row.begin(), middle), b(middle, row.end());
      points.push_back(a);
      points.push_back(b);
      for (std::size_t j = 0; j < factors.size(); ++j) {
        points.push_back(a);
        points.back()[j] = b[j];
      }
    }
    return points;
  }
};

}  // namespace

std::string_view name_of(const Design& design) {
  constexpr std::array<std::string_view, 5> kNames{"grid", "latin-hypercube", "sobol", "morris",
                                                   "saltelli"};
  return kNames[design.index()];
}

bool is_extendable(const Design& design) {
  return !std::holds_alternative<GridDesign>(design) &&
         !std::holds_alternative<LatinHypercubeDesign>(design);
}

UnitPoints points_of(const Design& design, const std::vector<Factor>& factors, std::uint64_t seed) {
  return std::visit(PointsOf{factors, seed}, design);
}

}  // namespace fieldtwin
