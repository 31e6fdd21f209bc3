#include "sim/cli/capacity_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "sim/cli/headline.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/cli/text_table.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

double number(const Json& json) {
  return json.is_number() ? json.get<double>() : std::nan("");
}

std::string with_interval(const Json& estimate, const std::string& unit) {
  const std::string mean = with_unit(number(estimate.at("mean")), unit);
  if (!estimate.at("ci_low").is_number()) return mean;
  return fmt::format("{} ({} to {})", mean, with_unit(number(estimate.at("ci_low")), unit),
                     with_unit(number(estimate.at("ci_high")), unit));
}

/// The text of the point at a value.
std::string text_at(const Json& capacity, const Json& value) {
  for (const Json& point : capacity.at("points")) {
    if (point.at("value") == value) return point.at("text").get<std::string>();
  }
  return short_number(number(value));
}

std::string answer_of(const Json& capacity) {
  const Json &answer = capacity.at("answer"), &varied = capacity.at("varied");
  const std::string name = varied.at("name").get<std::string>();
  const std::string goal = varied.at("goal").get<std::string>();
  const std::string slo = capacity.at("slo").get<std::string>();
  if (answer.at("outcome") == "never_holds") {
    return fmt::format("{} does not hold at any {} that was tried\n", slo, name);
  }
  std::string text =
      in_bold(Stream::kOut, fmt::format("{} {}", name, answer.at("text").get<std::string>()));
  text =
      answer.at("outcome") == "always_holds"
          ? fmt::format("{} is the {} that was tried, and there {} still holds\n", text, goal, slo)
          : fmt::format("{} is the {} at which {} holds\n", text, goal, slo);
  const Json &sure = answer.at("surely_holds_at"), &bound = answer.at("surely_fails_at");
  text += "95 % interval: ";
  text += sure.is_null() ? "it holds surely nowhere that was tried"
                         : fmt::format("it holds surely at {}", text_at(capacity, sure));
  text += bound.is_null() ? ", and fails surely nowhere that was tried\n"
                          : fmt::format(", and fails surely at {}\n", text_at(capacity, bound));
  if (!answer.at("monotone").get<bool>()) {
    text += "It holds and fails by turns: look at the points.\n";
  }
  return text;
}

const Json& deciding_point(const Json& capacity) {
  const Json& points = capacity.at("points");
  for (const Json& point : points) {
    if (point.at("value") == capacity.at("answer").at("value")) return point;
  }
  return capacity.at("varied").at("goal") == "largest" ? points.front() : points.back();
}

std::string resource_table(const Json& capacity) {
  const Json& point = deciding_point(capacity);
  std::vector<std::vector<std::string>> rows{
      {fmt::format("resource at {}", point.at("text").get<std::string>()), "utilisation"}};
  for (const Json& resource : point.at("resources")) {
    rows.push_back({resource.at("name").get<std::string>(), with_interval(resource, "share")});
  }
  return text_table(rows);
}

std::string point_table(const Json& capacity) {
  std::vector<std::vector<std::string>> rows{
      {capacity.at("varied").at("name").get<std::string>(), "replications"}};
  for (const Json& term : capacity.at("terms")) {
    rows[0].push_back(term.at("metric").get<std::string>());
  }
  rows[0].push_back("service level");
  for (const Json& point : capacity.at("points")) {
    std::vector<std::string> row{point.at("text").get<std::string>(),
                                 std::to_string(point.at("replications").get<int>())};
    for (const Json& term : capacity.at("terms")) {
      row.push_back(with_interval(point.at("terms").at(term.at("metric").get<std::string>()),
                                  shown_unit(term.at("unit").get<std::string>())));
    }
    row.push_back(fmt::format("{}{}", point.at("holds").get<bool>() ? "holds" : "fails",
                              point.at("sure").get<bool>() ? "" : ", not surely"));
    rows.push_back(std::move(row));
  }
  return text_table(rows);
}

}  // namespace

std::string capacity_tables(const std::string& capacity_json) {
  const Json capacity = Json::parse(capacity_json, nullptr, false);
  if (!capacity.is_object() || !capacity.contains("answer")) {
    throw std::runtime_error("capacity.json is not a search for capacity.");
  }
  return answer_of(capacity) + "\n" + resource_table(capacity) + "\n" + point_table(capacity);
}

}  // namespace fieldtwin
