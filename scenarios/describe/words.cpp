#include "scenarios/describe/words.hpp"

#include <cmath>
#include <ostream>
#include <sstream>

#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {

std::string_view drawn_words(Drawn drawn) {
  switch (drawn) {
    case Drawn::kFixed:
      return "never";
    case Drawn::kReplication:
      return "once a replication";
    case Drawn::kOfficer:
      return "once an officer and shift";
    case Drawn::kEncounter:
      break;
  }
  return "at each use";
}

std::string kind_words(const Parameter& parameter) {
  if (const auto* number = std::get_if<NumberField>(&parameter.field)) {
    const std::string name(dimension_name(number->dimension).substr(2));
    return number->whole == Whole::kYes ? "whole number" : name;
  }
  if (std::holds_alternative<ChoiceField>(parameter.field)) return "choice";
  if (std::holds_alternative<DateField>(parameter.field)) return "date";
  if (std::holds_alternative<CurveField>(parameter.field)) return "24 weights";
  if (std::holds_alternative<StatesField>(parameter.field)) return "postal codes";
  const auto& name = std::get<NameField>(parameter.field);
  return name.of == NameField::Of::kTableFile ? "file" : "name";
}

std::string limit_words(const Parameter& parameter) {
  if (const auto* choice = std::get_if<ChoiceField>(&parameter.field))
    return comma_separated({choice->names.begin(), choice->names.end()});
  if (const auto* date = std::get_if<DateField>(&parameter.field))
    return date->never == DateField::Never::kAllowed ? "or never" : "";
  const auto* number = std::get_if<NumberField>(&parameter.field);
  if (!number) return "";
  const std::string low = format_number(number->low, number->dimension);
  if (!std::isfinite(number->high)) return "from " + low;
  return low + " to " + format_number(number->high, number->dimension);
}

std::string systems_words(const Parameter& parameter) {
  if (parameter.systems.is_all()) return "";
  std::string names;
  for (std::size_t i = 0; i < kSystems; ++i) {
    if (!parameter.systems.contains(static_cast<SystemKind>(i))) continue;
    names += (names.empty() ? "" : " and ") + std::string(kSystemNames[i]);
  }
  return " For " + names + " alone.";
}

std::string_view base_unit(Dimension dimension) {
  switch (dimension) {
    case Dimension::kTime:
      return "s";
    case Dimension::kSize:
      return "B";
    case Dimension::kRate:
      return "bit/s";
    case Dimension::kShare:
    case Dimension::kCount:
      return "1";
    case Dimension::kPerYear:
      break;
  }
  return "1/year";
}

void print_wrapped(const std::string& text, std::size_t indent, std::size_t width,
                   std::ostream& out) {
  std::istringstream words(text);
  std::string word;
  std::size_t column = 0;
  while (words >> word) {
    if (column != 0 && column + 1 + word.size() > width) {
      out << '\n';
      column = 0;
    }
    out << (column == 0 ? std::string(indent, ' ') : " ") << word;
    column += (column == 0 ? indent : 1) + word.size();
  }
  if (column != 0) out << '\n';
}

}  // namespace fieldtwin
