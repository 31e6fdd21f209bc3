#include "sim/cli/expected_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

struct Kind {
  const char* name;
  const char* words;
};
constexpr std::array kKinds{Kind{"any", "held wrongly"}, Kind{"us_citizen", "  US citizens"},
                            Kind{"lawful_status", "  with lawful status"},
                            Kind{"false_match", "  as somebody else"},
                            Kind{"stale_record", "  on a wrong or outdated record"}};

double number(const nlohmann::json& metrics, const std::string& metric, const char* key) {
  const auto found = metrics.find(metric);
  if (found == metrics.end()) return std::nan("");
  const auto value = found->find(key);
  return value == found->end() || !value->is_number() ? std::nan("") : value->get<double>();
}

/// Which of the two to use, and why.
std::string advice(double reduction) {
  if (std::isnan(reduction)) return "use this: none counted";
  if (reduction <= 1.0) return "use the count";
  return fmt::format("use this: 1/{} of the count's variance", short_number(reduction));
}

}  // namespace

std::string expected_table(const std::string& summary_json) {
  const auto summary = nlohmann::json::parse(summary_json, nullptr, false);
  if (!summary.is_object() || !summary.contains("metrics")) {
    throw std::runtime_error("summary.json is not a summary; fieldtwin report writes it anew.");
  }
  struct Row {
    std::string words, mean, interval, advice;
  };
  std::vector<Row> rows{{"expected from all scans' chances", "mean", "95 % interval", ""}};
  for (const auto& [name, words] : kKinds) {
    const auto& metrics = summary["metrics"];
    const std::string of = fmt::format("custody.wrongful.{}.expected.", name);
    if (!metrics.contains(of + "count")) continue;
    const double low = number(metrics, of + "count", "ci_low");
    const double high = number(metrics, of + "count", "ci_high");
    rows.push_back({words, with_unit(number(metrics, of + "count", "mean"), ""),
                    std::isfinite(low) && std::isfinite(high)
                        ? fmt::format("{} to {}", with_unit(low, ""), with_unit(high, ""))
                        : "-",
                    advice(number(metrics, of + "variance_reduction", "mean"))});
  }
  if (rows.size() == 1) return "";
  std::size_t words = 0, mean = 0, interval = 0;
  for (const Row& row : rows) {
    words = std::max(words, row.words.size());
    mean = std::max(mean, row.mean.size());
    interval = std::max(interval, row.interval.size());
  }
  std::string table;
  for (const Row& row : rows) {
    const bool heading = &row == &rows.front();
    std::string line =
        fmt::format("{:<{}}  {:>{}}  {}", row.words, words, row.mean, mean, row.interval);
    if (!row.advice.empty()) {
      line += fmt::format("{:{}}  {}", "", interval - row.interval.size(), row.advice);
    }
    table += (heading ? in_bold(Stream::kOut, line) : line) + "\n";
  }
  return table;
}

}  // namespace fieldtwin
