#include "sim/cli/worlds_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "metrics/headlines.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;
using Cells = std::array<std::string, 5>;

constexpr std::size_t kShownBars = 5;

double number(const Json& json) {
  return json.is_number() ? json.get<double>() : std::nan("");
}

std::string between(double low, double high, const std::string& unit) {
  if (!std::isfinite(low) || !std::isfinite(high)) return "-";
  return fmt::format("{} to {}", with_unit(low, unit), with_unit(high, unit));
}

/// The first column to the left, the others to the right.
std::string aligned(const std::vector<Cells>& rows) {
  std::array<std::size_t, std::tuple_size_v<Cells>> widths{};
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  for (const Cells& row : rows) {
    std::string line = fmt::format("{:<{}}", row[0], widths[0]);
    for (std::size_t i = 1; i < row.size(); ++i) {
      line += fmt::format("  {:>{}}", row[i], widths[i]);
    }
    text += (&row == &rows.front() ? in_bold(Stream::kOut, line) : line) + "\n";
  }
  return text;
}

Json parsed(const std::string& text, const char* file) {
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("metrics")) {
    throw std::runtime_error(fmt::format("{} cannot be read.", file));
  }
  return json;
}

}  // namespace

std::string worlds_table(const std::string& worlds_json) {
  const Json worlds = parsed(worlds_json, "worlds.json");
  std::vector<Cells> rows{{"", "as assumed", "chance", "ignorance", "share of ignorance"}};
  for (const Headline& headline : headlines()) {
    const auto metric = worlds.at("metrics").find(headline.metric);
    if (metric == worlds.at("metrics").end() || !metric->at("as_assumed").is_object()) continue;
    const std::string unit = shown_unit(metric->at("unit").get<std::string>());
    const Json& assumed = metric->at("as_assumed");
    rows.push_back(
        {headline.words, with_unit(number(assumed.at("mean")), unit),
         between(number(assumed.at("ci_low")), number(assumed.at("ci_high")), unit),
         between(number(metric->at("ignorance_low")), number(metric->at("ignorance_high")), unit),
         with_unit(number(metric->at("ignorance_share")), "share")});
  }
  return fmt::format(
      "What luck leaves open, and what is not known: {} worlds, {} assumptions drawn "
      "from their ranges\n{}",
      worlds.at("worlds").get<std::size_t>(), worlds.at("varied").size(), aligned(rows));
}

std::string tornado_table(const std::string& tornado_json) {
  const Json tornado = parsed(tornado_json, "tornado.json");
  std::string text;
  for (const Headline& headline : headlines()) {
    const auto metric = tornado.at("metrics").find(headline.metric);
    if (metric == tornado.at("metrics").end() || metric->at("bars").empty()) continue;
    const std::string unit = shown_unit(metric->at("unit").get<std::string>());
    const auto change = [&unit](const Json& side) {
      const double value = number(side.at("difference").at("mean"));
      return (value > 0.0 ? "+" : "") + with_unit(value, unit);
    };
    std::vector<Cells> rows{{headline.words, "at", "changes it by", "at", "changes it by"}};
    for (const Json& bar : metric->at("bars")) {
      if (rows.size() > kShownBars) break;
      rows.push_back({"  " + bar.at("path").get<std::string>(), bar.at("low").at("at"),
                      change(bar.at("low")), bar.at("high").at("at"), change(bar.at("high"))});
    }
    text += aligned(rows) + "\n";
  }
  return "Which assumption moves what most: each at the ends of its range, all else as "
         "written\n\n" +
         text;
}

}  // namespace fieldtwin
