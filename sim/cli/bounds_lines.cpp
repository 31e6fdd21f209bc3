#include "sim/cli/bounds_lines.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "metrics/published_bounds.hpp"
#include "sim/cli/numbers.hpp"

namespace fieldtwin {
namespace {

std::string wrapped(std::string_view text, std::size_t width) {
  std::istringstream words{std::string(text)};
  std::string lines, line, word;
  while (words >> word) {
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      lines += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return lines + line + "\n";
}

}  // namespace

std::string bounds_lines(const std::string& summary_json, std::size_t width) {
  const auto summary = nlohmann::json::parse(summary_json, nullptr, false);
  if (!summary.is_object() || !summary.contains("metrics")) {
    throw std::runtime_error("summary.json is not a summary; fieldtwin report writes it anew.");
  }
  const auto metric = summary["metrics"].find("custody.wrongful.us_citizen.share_of_holds");
  if (metric == summary["metrics"].end() || !(*metric)["mean"].is_number()) return "";
  std::string text =
      fmt::format("US citizens among those held: {}", with_unit((*metric)["mean"], "share"));
  if ((*metric)["ci_low"].is_number()) {
    text += fmt::format(" ({} to {})", with_unit((*metric)["ci_low"], "share"),
                        with_unit((*metric)["ci_high"], "share"));
  }
  text += ". Published:";
  for (const PublishedBound& bound : kCitizenBounds) {
    text += fmt::format("{} {} of {} ({} of {})", &bound == kCitizenBounds.data() ? "" : ",",
                        with_unit(bound.citizens / bound.people, "share"), bound.label,
                        grouped(bound.citizens), grouped(bound.people));
  }
  return wrapped(text + ". " + std::string(kBoundsDiffer), width);
}

}  // namespace fieldtwin
