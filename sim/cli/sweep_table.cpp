#include "sim/cli/sweep_table.hpp"

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
using Row = std::vector<std::string>;

double number(const Json& json) {
  return json.is_number() ? json.get<double>() : std::nan("");
}

std::string share(const Json& json) {
  return json.is_number() ? with_unit(json.get<double>(), "share") : "-";
}

/// `0.31 (0.28 to 0.34)`
std::string with_interval(const Json& estimate, const std::string& unit) {
  const std::string mean = with_unit(number(estimate.at("mean")), unit);
  if (!estimate.at("ci_low").is_number()) return mean;
  return fmt::format("{} ({} to {})", mean, with_unit(number(estimate.at("ci_low")), unit),
                     with_unit(number(estimate.at("ci_high")), unit));
}

std::string end_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? short_number(value.get<double>()) : "the end";
}

/// A row a factor, after the heading.
std::vector<Row> rows_of(const Json& factors, const std::string& unit) {
  const Json& first = factors.front();
  const bool morris = !first.at("morris").is_null(), sobol = !first.at("sobol").is_null();
  std::vector<Row> rows;
  if (morris) rows.push_back({"", "mu*", "mu", "sigma", "mu* of noise"});
  if (sobol) rows.push_back({"", "first-order", "total"});
  if (!morris && !sobol)
    rows.push_back({"", "share of variance", "at the lowest", "at the highest"});
  for (const auto& [name, factor] : factors.items()) {
    if (morris) {
      const Json& effects = factor.at("morris");
      rows.push_back({name, with_interval(effects.at("mu_star"), unit),
                      with_unit(number(effects.at("mu").at("mean")), unit),
                      with_unit(number(effects.at("sigma")), unit),
                      with_unit(number(effects.at("noise")), unit)});
    } else if (sobol) {
      rows.push_back({name, with_interval(factor.at("sobol").at("first"), "share"),
                      with_interval(factor.at("sobol").at("total"), "share")});
    } else {
      const Json& main = factor.at("main_effect");
      const Json &low = main.at("levels").front(), &high = main.at("levels").back();
      rows.push_back(
          {name, share(main.at("share")),
           fmt::format("{} at {}", with_unit(number(low.at("mean")), unit), end_of(low.at("from"))),
           fmt::format("{} at {}", with_unit(number(high.at("mean")), unit),
                       end_of(high.at("to")))});
    }
  }
  return rows;
}

}  // namespace

std::string sweep_tables(const std::string& sweep_json) {
  const Json sweep = Json::parse(sweep_json, nullptr, false);
  if (!sweep.is_object() || !sweep.contains("analysis")) {
    throw std::runtime_error("sweep.json is not a sweep.");
  }
  std::string tables;
  for (const auto& [name, analysis] : sweep.at("analysis").items()) {
    tables += in_bold(Stream::kOut, name) + "\n";
    if (analysis.is_null()) {
      tables += "it does not apply at every point, so nothing is said of the factors\n\n";
      continue;
    }
    const std::string unit = shown_unit(sweep.at("metrics").at(name).at("unit").get<std::string>());
    tables += text_table(rows_of(analysis.at("factors"), unit));
    const Json& noise = analysis.at("variance").at("noise_share");
    if (number(analysis.at("variance").at("between_points")) == 0.0) {
      tables += "it is the same at every point\n\n";
      continue;
    }
    tables += noise.is_number()
                  ? fmt::format("chance has {} of the variance between points\n\n", share(noise))
                  : "one replication a point: chance cannot be told apart\n\n";
  }
  return tables;
}

}  // namespace fieldtwin
