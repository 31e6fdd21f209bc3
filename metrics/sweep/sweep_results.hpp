#pragma once
/// What a sweep found: every point's metrics, and what the design tells of the factors.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/sensitivity/analysis.hpp"
#include "metrics/study_data.hpp"
#include "scenarios/sweep/sweep_study.hpp"

namespace fieldtwin {

/// One metric at one point.
struct PointMetric {
  std::optional<Estimate> estimate;           //!< nothing if it does not apply there
  std::optional<std::vector<double>> values;  //!< by replication: replication_values
};

struct SweepPoint {
  std::vector<double> places;        //!< by factor, in [0, 1]
  std::string folder;                //!< of its study, within the sweep's
  std::vector<PointMetric> metrics;  //!< by metric of the study
};

struct SweepResults {
  std::string version;  //!< of the program
  std::uint64_t seed;
  std::uint32_t replications;
  std::vector<SweepPoint> points;  //!< of the design, in its order
};

/// The metrics of a point that the study looks at.
std::vector<PointMetric> metrics_of_point(const SweepStudy& study, const StudyData& data);

/// What the design tells of a metric, by its number in the study; nothing if it does not apply at
/// some point.
std::optional<Analysis> analysis_of(const SweepStudy& study, const SweepResults& results,
                                    std::size_t metric);

/// sweep.json: {"fieldtwin", "study", "title", "question", "description", "base", "seed",
/// "replications", "design": {"kind", "points", "extendable"}, "factors": {FACTOR: {"parameters",
/// "unit", "scales", "values" or "range" and "spacing" or "distribution"}}, "metrics": {METRIC:
/// {"unit", "meaning"}}, "points": [{"folder", "values": {FACTOR: number in the base unit, or
/// text}, "texts": {FACTOR: as a scenario has it}, "metrics": {METRIC: {"mean", "ci_low",
/// "ci_high"}}}], "analysis": {METRIC: null or {"variance": {"between_points", "of_factors",
/// "noise_share"}, "factors": {FACTOR: {"main_effect": {"share", "levels": [{"from", "to", "mean",
/// "ci_low", "ci_high"}]}, "morris": {"mu", "mu_star", "sigma", "noise"}, "sobol": {"first",
/// "total"}}}}}}, where an analysis that the design does not give is null. The same bytes for the
/// same replications.
std::string sweep_json(const SweepStudy& study, const SweepResults& results);

/// points.csv: a row a point and metric: point, folder, a column a factor, metric, unit, mean,
/// ci_low, ci_high, replications. RFC 4180.
std::string points_csv(const SweepStudy& study, const SweepResults& results);

}  // namespace fieldtwin
