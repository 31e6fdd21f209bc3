#include "sim/cli/disparity_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "metrics/labels.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/terminal.hpp"

namespace fieldtwin {
namespace {

using Cells = std::vector<std::string>;

std::string with_interval(const std::optional<Estimate>& estimate) {
  if (!estimate) return "-";
  const std::string value = short_number(estimate->mean);
  if (!estimate->interval) return value;
  return fmt::format("{} ({} to {})", value, short_number(estimate->interval->low),
                     short_number(estimate->interval->high));
}

/// The first column to the left, the others to the right.
std::string aligned(const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 0);
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

std::string rates(const StudyData& study, WrongfulKind kind, Ethnicity reference,
                  const std::vector<Contrast>& contrasts) {
  std::vector<Cells> rows{
      {"", "held", "per million residents", "ratio per resident", "ratio per scan"}};
  for (const GroupHarm& harm : harm_by_group(study, kind)) {
    Cells row{std::string(kEthnicityLabels[index_of(harm.group)]), short_number(harm.count.mean),
              with_interval(harm.per_million_residents)};
    const auto beside = std::ranges::find(contrasts, harm.group, &Contrast::group);
    const bool is_reference = harm.group == reference;
    row.push_back(is_reference ? "1" : with_interval(beside->per_resident));
    row.push_back(is_reference ? "1" : with_interval(beside->per_scan));
    rows.push_back(std::move(row));
  }
  return aligned(rows);
}

std::string factors(const std::vector<Contrast>& contrasts) {
  std::vector<Cells> rows{{""}};
  for (const FactorText& text : kDisparityFactorTexts) rows[0].emplace_back(text.label);
  rows[0].emplace_back("product");
  for (const Contrast& beside : contrasts) {
    if (!beside.factors) continue;
    Cells row{std::string(kEthnicityLabels[index_of(beside.group)])};
    for (const FactorEstimate& part : *beside.factors) row.push_back(short_number(part.factor));
    row.push_back(short_number(beside.per_resident->mean));
    rows.push_back(std::move(row));
  }
  return rows.size() > 1 ? aligned(rows) : "";
}

}  // namespace

std::string disparity_tables(const StudyData& study, WrongfulKind kind, Ethnicity reference) {
  std::vector<Contrast> contrasts;
  for (std::size_t i = 0; i < kEthnicities; ++i) {
    const auto group = static_cast<Ethnicity>(i);
    if (group != reference) contrasts.push_back(contrast(study, kind, group, reference));
  }
  std::string text =
      fmt::format("{}, beside {}: {} replication{}, 95 % intervals\n\n",
                  kWrongfulTexts[index_of(kind)].label, kEthnicityLabels[index_of(reference)],
                  study.replications(), study.replications() == 1 ? "" : "s");
  text += rates(study, kind, reference, contrasts);
  const std::string parts = factors(contrasts);
  if (!parts.empty()) {
    text +=
        "\nWhat the ratio per resident is made of: a product, 1 where the groups fare alike\n\n";
    text += parts;
  }
  return text;
}

}  // namespace fieldtwin
