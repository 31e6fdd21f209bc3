#include "sim/cli/attribution_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

constexpr std::size_t kShownPairs = 4;

/// Rounds to tenths such that the sum is the rounded total: largest remainders are rounded up
/// (Hamilton's method).
std::vector<double> apportioned(const std::vector<double>& values, double total) {
  std::vector<double> tenths;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  for (const double value : values) tenths.push_back(std::floor(value * 10.0));
  double left = std::round(total * 10.0) - std::accumulate(tenths.begin(), tenths.end(), 0.0);
  const auto remainder = [&](std::size_t i) { return values[i] * 10.0 - tenths[i]; };
  std::ranges::stable_sort(order, std::greater<>(), remainder);
  for (const std::size_t i : order) {
    if (left < 0.5) break;
    tenths[i] += 1.0;
    left -= 1.0;
  }
  for (double& value : tenths) value /= 10.0;
  return tenths;
}

std::string one_decimal(double value) {
  return fmt::format("{:.1f}", value == 0.0 ? 0.0 : value);
}

std::string aligned(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Row& row : rows) {
    std::string line = fmt::format("{:<{}}", row[0], widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i) {
      line += fmt::format("  {:>{}}", row[i], widths[i]);
    }
    text += (&row == &rows.front() ? in_bold(Stream::kOut, line) : line) + "\n";
  }
  return text;
}

std::string table_of(const Json& document, const char* measure, const std::string& heading) {
  std::vector<Row> rows{{heading}};
  for (const Json& cause : document.at("causes")) rows.push_back({cause.at("label")});
  rows.push_back({"no cause: right, current records"});
  rows.push_back({"total"});
  for (const Json& kind : document.at("kinds")) {
    const Json& game = kind.at(measure);
    std::vector<double> values;
    for (const auto& [name, cause] : game.at("causes").items()) values.push_back(cause.at("share"));
    values.push_back(game.at("of_no_cause"));
    const double total = game.at("total");
    const std::vector<double> shown = apportioned(values, total);
    rows[0].push_back(kind.at("kind"));
    for (std::size_t i = 0; i < shown.size(); ++i) rows[i + 1].push_back(one_decimal(shown[i]));
    rows.back().push_back(one_decimal(std::round(total * 10.0) / 10.0));
  }
  return aligned(rows);
}

std::string pairs_of(const Json& document) {
  const Json& any = document.at("kinds").at(0).at("people");
  std::vector<Json> pairs(any.at("pairs").begin(), any.at("pairs").end());
  std::ranges::stable_sort(pairs, std::greater<>(), [](const Json& pair) {
    return std::abs(pair.at("interaction").get<double>());
  });
  if (pairs.size() > kShownPairs) pairs.resize(kShownPairs);
  std::string text;
  for (const Json& pair : pairs) {
    const double interaction = pair.at("interaction");
    text += fmt::format("  {} and {}: {}{}, {}\n", pair.at("first").get<std::string>(),
                        pair.at("second").get<std::string>(), interaction > 0.0 ? "+" : "",
                        short_number(interaction),
                        interaction > 0.0 ? "they need each other" : "one stands in for the other");
  }
  return text.empty() ? ""
                      : "\nCauses of any wrongful hold that work together most (people)\n" + text;
}

}  // namespace

std::string attribution_tables(const std::string& attribution_json) {
  const Json document = Json::parse(attribution_json, nullptr, false);
  if (!document.is_object() || !document.contains("kinds")) {
    throw std::runtime_error("attribution.json is no attribution.");
  }
  return table_of(document, "people", "people, all replications") + "\n" +
         table_of(document, "person_hours", "person-hours, all replications") + pairs_of(document);
}

}  // namespace fieldtwin
