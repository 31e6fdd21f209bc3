#include "sim/cli/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <vector>

#include "metrics/headlines.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::array<std::string, 5>;

double number(const Json& estimate, const char* key) {
  return estimate.at(key).is_number() ? estimate.at(key).get<double>() : std::nan("");
}

/// With a sign, unless it is none; of shares in percentage points.
std::string change(double value, const std::string& unit) {
  if (!std::isfinite(value)) return "-";
  const std::string text =
      unit == "share" ? short_number(100.0 * value) + " points" : with_unit(value, unit);
  return value > 0.0 ? "+" + text : text;
}

Row row_of(const Headline& headline, const Json& metric, const std::string& alternative) {
  const Json& side = metric.at("alternatives").at(alternative);
  const Json& difference = side.at("difference");
  const std::string unit = shown_unit(metric.at("unit").get<std::string>());
  const double low = number(difference, "ci_low"), high = number(difference, "ci_high");
  std::string interval = "-";
  if (std::isfinite(low) && std::isfinite(high)) {
    interval = fmt::format("{} to {}", change(low, unit), change(high, unit));
  }
  if (side.at("real").get<bool>()) interval += "  *";
  return {headline.words, with_unit(number(metric.at("base"), "mean"), unit),
          with_unit(number(side.at("value"), "mean"), unit),
          change(number(difference, "mean"), unit), interval};
}

std::string line_of(const Row& row, const std::array<std::size_t, 4>& widths) {
  return fmt::format("{:<{}}  {:>{}}  {:>{}}  {:>{}}  {}", row[0], widths[0], row[1], widths[1],
                     row[2], widths[2], row[3], widths[3], row[4]);
}

std::string table_of(const Json& comparison, const std::string& alternative) {
  const Row heading{"", "base", "alternative", "difference", "95 % interval"};
  const auto mean = [&](std::string_view name) -> std::optional<double> {
    const auto metric = comparison.at("metrics").find(name);
    if (metric == comparison.at("metrics").end()) return std::nullopt;
    const double value = number(metric->at("alternatives").at(alternative).at("value"), "mean");
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
  };
  std::vector<Row> rows;
  for (const Headline& headline : headlines_of(mean)) {
    const auto metric = comparison.at("metrics").find(headline.metric);
    if (metric != comparison.at("metrics").end()) {
      rows.push_back(row_of(headline, *metric, alternative));
    }
  }
  std::array<std::size_t, 4> widths{};
  for (std::size_t i = 0; i < widths.size(); ++i) {
    widths[i] = heading[i].size();
    for (const Row& row : rows) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string table = fmt::format("{} against {}\n{}\n", in_bold(Stream::kOut, alternative),
                                  comparison.at("base").get<std::string>(),
                                  in_bold(Stream::kOut, line_of(heading, widths)));
  for (const Row& row : rows) table += line_of(row, widths) + "\n";
  return table;
}

}  // namespace

std::string comparison_tables(const std::string& comparison_json) {
  const Json comparison = Json::parse(comparison_json, nullptr, false);
  if (!comparison.is_object() || !comparison.contains("alternatives")) {
    throw std::runtime_error("compare.json is not a comparison.");
  }
  std::string tables;
  for (const auto& alternative : comparison.at("alternatives")) {
    tables += table_of(comparison, alternative.get<std::string>()) + "\n";
  }
  return tables;
}

}  // namespace fieldtwin
