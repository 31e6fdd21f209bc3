#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "sim/cli/best_session.hpp"
#include "sim/cli/headline.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;

std::string estimate_words(const Json& estimate, const std::string& unit) {
  if (!estimate.at("mean").is_number()) return "-";
  std::string words = with_unit(estimate.at("mean").get<double>(), unit);
  if (!estimate.at("ci_low").is_number()) return words;
  return words + fmt::format(" ({} to {})", with_unit(estimate.at("ci_low").get<double>(), unit),
                             with_unit(estimate.at("ci_high").get<double>(), unit));
}

std::string fate_words(const Json& scenario, const Json& all) {
  std::string words = scenario.at("fate").get<std::string>();
  if (words == "eliminated") {
    const auto by = scenario.at("beaten_by").get<std::size_t>();
    words += fmt::format(" by {}", all.at(by).at("name").get<std::string>());
  }
  if (scenario.at("bound") == "not shown") words += ", bound not shown";
  return words;
}

std::string verdict(const Json& selection) {
  const Json& scenarios = selection.at("scenarios");
  if (selection.at("selected").is_number()) {
    return scenarios.at(selection.at("selected").get<std::size_t>()).at("name").get<std::string>();
  }
  if (!selection.at("decided").get<bool>()) return "not decided";
  return "none: no scenario keeps the bound";
}

}  // namespace

std::string selection_table(const std::string& selection_json) {
  const Json selection = Json::parse(selection_json);
  const Json& bound = selection.at("subject_to");
  const std::string unit = shown_unit(selection.at("unit").get<std::string>());
  std::vector<Row> rows{{"", "replications", selection.at("metric").get<std::string>()}};
  if (!bound.is_null()) rows.front().push_back(bound.at("metric").get<std::string>());
  rows.front().push_back("");
  for (const Json& scenario : selection.at("scenarios")) {
    Row row{scenario.at("name").get<std::string>(),
            grouped(scenario.at("replications").get<double>()),
            estimate_words(scenario.at("value"), unit)};
    if (!bound.is_null()) {
      row.push_back(
          estimate_words(scenario.at("harm"), shown_unit(bound.at("unit").get<std::string>())));
    }
    row.push_back(fate_words(scenario, selection.at("scenarios")));
    rows.push_back(std::move(row));
  }
  std::string text =
      fmt::format("best ({} {}{}): {}\n", selection.at("better") == "lower" ? "lowest" : "highest",
                  selection.at("metric").get<std::string>(),
                  bound.is_null() ? ""
                                  : fmt::format(", {} <= {}", bound.at("metric").get<std::string>(),
                                                short_number(bound.at("at_most").get<double>())),
                  in_bold(Stream::kOut, verdict(selection)));
  text += fmt::format("right with {} confidence; differences under {} do not count\n",
                      with_unit(selection.at("confidence").get<double>(), "share"),
                      with_unit(selection.at("indifference").get<double>(), unit));
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += fmt::format("{:<{}}  ", row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace fieldtwin
