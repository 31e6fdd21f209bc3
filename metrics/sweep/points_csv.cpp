#include <fmt/format.h>

#include "metrics/catalogue.hpp"
#include "metrics/sweep/sweep_results.hpp"

namespace fieldtwin {
namespace {

/// A field of RFC 4180, in quotes if it needs them.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return quoted + "\"";
}

std::string row_of(const Metric& metric, const PointMetric& at, std::uint32_t replications) {
  std::string mean, low, high;
  if (at.estimate) {
    mean = fmt::format("{}", at.estimate->mean);
    if (at.estimate->interval) {
      low = fmt::format("{}", at.estimate->interval->low);
      high = fmt::format("{}", at.estimate->interval->high);
    }
  }
  return fmt::format("{},{},{},{},{},{}", metric.name, field(metric.unit), mean, low, high,
                     replications);
}

}  // namespace

std::string points_csv(const SweepStudy& study, const SweepResults& results) {
  std::string csv = "point,folder";
  for (const SweptFactor& factor : study.factors) csv += "," + field(factor.factor.name);
  csv += ",metric,unit,mean,ci_low,ci_high,replications\r\n";
  for (std::size_t i = 0; i < results.points.size(); ++i) {
    const SweepPoint& point = results.points[i];
    std::string head = fmt::format("{},{}", i + 1, point.folder);
    for (std::size_t j = 0; j < study.factors.size(); ++j) {
      const FactorValue value = value_of(study.factors[j], point.places[j]);
      head += "," + (value.number ? fmt::format("{}", *value.number) : field(value.text));
    }
    for (std::size_t m = 0; m < study.metrics.size(); ++m) {
      csv += head + "," +
             row_of(*metric_named(study.metrics[m]), point.metrics[m], results.replications) +
             "\r\n";
    }
  }
  return csv;
}

}  // namespace fieldtwin
