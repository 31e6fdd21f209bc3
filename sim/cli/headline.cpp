#include "sim/cli/headline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "metrics/headlines.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

struct Row {
  std::string words, mean, interval;
};

double number(const nlohmann::json& metric, const char* key) {
  const auto found = metric.find(key);
  return found == metric.end() || !found->is_number() ? std::nan("") : found->get<double>();
}

Row row_of(const Headline& headline, const nlohmann::json& metric) {
  const std::string shown = shown_unit(metric.value("unit", ""));
  const double low = number(metric, "ci_low"), high = number(metric, "ci_high");
  const bool known = std::isfinite(low) && std::isfinite(high);
  return {headline.words, with_unit(number(metric, "mean"), shown),
          known ? fmt::format("{} to {}", with_unit(low, shown), with_unit(high, shown)) : "-"};
}

}  // namespace

std::string shown_unit(std::string_view unit) {
  return std::string(unit == "s" || unit == "share" ? unit : "");
}

std::string headline_table(const std::string& summary_json) {
  const auto summary = nlohmann::json::parse(summary_json, nullptr, false);
  if (!summary.is_object() || !summary.contains("metrics")) {
    throw std::runtime_error("summary.json is not a summary; fieldtwin report writes it anew.");
  }
  const auto told = [&summary](std::string_view name) -> std::optional<double> {
    const auto metric = summary["metrics"].find(std::string(name));
    if (metric == summary["metrics"].end() || !metric->contains("mean")) return std::nullopt;
    const double value = number(*metric, "mean");
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
  };
  std::vector<Row> rows;
  for (const Headline& headline : headlines_of(told)) {
    const auto metric = summary["metrics"].find(headline.metric);
    if (metric != summary["metrics"].end()) rows.push_back(row_of(headline, *metric));
  }
  std::size_t words = 0, mean = 4;
  for (const auto& row : rows) {
    words = std::max(words, row.words.size());
    mean = std::max(mean, row.mean.size());
  }
  const std::string heading = fmt::format("{:<{}}  {:>{}}  95 % interval", "", words, "mean", mean);
  std::string table = in_bold(Stream::kOut, heading) + "\n";
  for (const auto& row : rows) {
    table += fmt::format("{:<{}}  {:>{}}  {}\n", row.words, words, row.mean, mean, row.interval);
  }
  return table;
}

}  // namespace fieldtwin
