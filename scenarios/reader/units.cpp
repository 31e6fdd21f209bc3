#include "scenarios/reader/units.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "scenarios/reader/suggest.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {
namespace {

constexpr std::array kDimensions{Dimension::kTime,  Dimension::kSize,  Dimension::kRate,
                                 Dimension::kShare, Dimension::kCount, Dimension::kPerYear};

/// What people write for a unit, and what it is called here.
struct Nickname {
  std::string_view written;
  std::string_view unit;
};
constexpr std::array kNicknames{Nickname{"sec", "s"},
                                Nickname{"secs", "s"},
                                Nickname{"second", "s"},
                                Nickname{"seconds", "s"},
                                Nickname{"m", "min"},
                                Nickname{"mins", "min"},
                                Nickname{"minute", "min"},
                                Nickname{"minutes", "min"},
                                Nickname{"hr", "h"},
                                Nickname{"hrs", "h"},
                                Nickname{"hour", "h"},
                                Nickname{"hours", "h"},
                                Nickname{"day", "d"},
                                Nickname{"days", "d"},
                                Nickname{"year", "y"},
                                Nickname{"years", "y"},
                                Nickname{"yr", "y"},
                                Nickname{"yrs", "y"},
                                Nickname{"KB", "kB"},
                                Nickname{"kb", "kB"},
                                Nickname{"k", "kB"},
                                Nickname{"mb", "MB"},
                                Nickname{"gb", "GB"},
                                Nickname{"byte", "B"},
                                Nickname{"bytes", "B"},
                                Nickname{"bps", "bit/s"},
                                Nickname{"kbps", "kbit/s"},
                                Nickname{"kb/s", "kbit/s"},
                                Nickname{"Mbps", "Mbit/s"},
                                Nickname{"mbps", "Mbit/s"},
                                Nickname{"Mb/s", "Mbit/s"},
                                Nickname{"Gbps", "Gbit/s"},
                                Nickname{"percent", "%"},
                                Nickname{"pct", "%"},
                                Nickname{"k", "thousand"},
                                Nickname{"K", "thousand"},
                                Nickname{"m", "million"},
                                Nickname{"M", "million"},
                                Nickname{"mio", "million"},
                                Nickname{"millions", "million"},
                                Nickname{"bn", "billion"},
                                Nickname{"B", "billion"},
                                Nickname{"billions", "billion"},
                                Nickname{"/y", "/year"},
                                Nickname{"/yr", "/year"},
                                Nickname{"per year", "/year"},
                                Nickname{"a year", "/year"},
                                Nickname{"1/year", "/year"}};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

const Unit* find_unit(std::string_view name, Dimension dimension) {
  for (const Unit& unit : units_of(dimension))
    if (unit.name == name) return &unit;
  return nullptr;
}

/// The dimension that has this unit, if another one does.
std::optional<Dimension> owner_of(std::string_view name) {
  for (const Dimension dimension : kDimensions)
    if (!name.empty() && find_unit(name, dimension)) return dimension;
  return std::nullopt;
}

std::string in_quotes(std::string_view text) {
  return "'" + std::string(text) + "'";
}

std::string need(Dimension dimension) {
  const std::string units = unit_names(dimension);
  return std::string(dimension_name(dimension)) + " is needed here, in " + units;
}

Complaint not_a_number(std::string_view text, Dimension dimension) {
  std::string digits;
  for (const char c : text)
    if (c != ',' && c != '_') digits += c;
  if (digits != text && std::holds_alternative<double>(parse_number(digits, dimension)))
    return {in_quotes(text) + " is not a number",
            "digits are not grouped: a comma separates the items of a list",
            "Did you mean " + digits + "?"};
  return {in_quotes(text) + " is not a number", need(dimension), ""};
}

Complaint wrong_unit(std::string_view number, std::string_view name, Dimension dimension) {
  const std::string whole = std::string(number) + (name.empty() ? "" : " " + std::string(name));
  if (name.empty()) {
    const std::string guess = dimension == Dimension::kPerYear ? "/year"
                              : dimension == Dimension::kTime  ? "s"
                              : dimension == Dimension::kSize  ? "kB"
                                                               : "Mbit/s";
    return {in_quotes(whole) + " has no unit", need(dimension),
            "Did you mean " + whole + " " + guess + "?"};
  }
  std::vector<std::string> known;
  for (const Unit& unit : units_of(dimension))
    if (!unit.name.empty()) known.emplace_back(unit.name);
  std::string guess;
  for (const Nickname& nickname : kNicknames)
    if (nickname.written == name && find_unit(nickname.unit, dimension)) guess = nickname.unit;
  if (guess.empty())
    if (const auto other = owner_of(name))
      return {in_quotes(whole) + " is " + std::string(dimension_name(*other)), need(dimension), ""};
  if (guess.empty()) guess = closest(name, known);
  if (dimension == Dimension::kCount && guess.empty())
    return {in_quotes(whole) + " is not a number", need(dimension), ""};
  return {in_quotes(name) + " is not a unit of " + std::string(dimension_name(dimension)).substr(2),
          need(dimension),
          guess.empty() ? "" : "Did you mean " + std::string(number) + " " + guess + "?"};
}

std::string shortest(double value) {
  std::array<char, 64> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  std::string scientific(buffer.data(), end);
  const auto fixed_end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  if (fixed_end.ec != std::errc()) return scientific;
  std::string fixed(buffer.data(), fixed_end.ptr);
  return fixed.size() <= scientific.size() + 6 ? fixed : scientific;
}

/// The number that decimal text spells, times a power of ten, rounded once.
double shifted(std::string text, int exponent) {
  if (exponent != 0) {
    const std::size_t e = text.find_first_of("eE");
    const long own = e == std::string::npos ? 0 : std::strtol(text.c_str() + e + 1, nullptr, 10);
    text = text.substr(0, e) + "e" + std::to_string(std::clamp(own, -9999L, 9999L) + exponent);
  }
  double value = 0.0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? value : std::numeric_limits<double>::infinity();
}

}  // namespace

const std::vector<Unit>& units_of(Dimension dimension) {
  static const std::vector<Unit> time{{"ms", 1, -3},  {"s", 1, 0},      {"min", 60, 0},
                                      {"h", 3600, 0}, {"d", 86'400, 0}, {"y", kYear.value(), 0}};
  static const std::vector<Unit> size{{"B", 1, 0},  {"kB", 1, 3},        {"KiB", 1024, 0},
                                      {"MB", 1, 6}, {"MiB", 1048576, 0}, {"GB", 1, 9}};
  static const std::vector<Unit> rate{
      {"bit/s", 1, 0}, {"kbit/s", 1, 3}, {"Mbit/s", 1, 6}, {"Gbit/s", 1, 9}};
  static const std::vector<Unit> share{{"%", 1, -2}, {"", 1, 0}};
  static const std::vector<Unit> count{
      {"", 1, 0}, {"thousand", 1, 3}, {"million", 1, 6}, {"billion", 1, 9}};
  static const std::vector<Unit> per_year{{"/year", 1, 0}};
  switch (dimension) {
    case Dimension::kTime:
      return time;
    case Dimension::kSize:
      return size;
    case Dimension::kRate:
      return rate;
    case Dimension::kShare:
      return share;
    case Dimension::kCount:
      return count;
    case Dimension::kPerYear:
      break;
  }
  return per_year;
}

std::string unit_names(Dimension dimension) {
  switch (dimension) {
    case Dimension::kShare:
      return "% or as a number from 0 to 1";
    case Dimension::kCount:
      return "plain digits or thousand, million, billion";
    default:
      break;
  }
  std::vector<std::string> names;
  for (const Unit& unit : units_of(dimension)) names.emplace_back(unit.name);
  return comma_separated(names);
}

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::kTime:
      return "a time";
    case Dimension::kSize:
      return "a size";
    case Dimension::kRate:
      return "a data rate";
    case Dimension::kShare:
      return "a share";
    case Dimension::kCount:
      return "a number";
    case Dimension::kPerYear:
      break;
  }
  return "a rate per year";
}

std::variant<double, Complaint> parse_number(std::string_view text, Dimension dimension) {
  text = trimmed(text);
  std::string_view digits = text;
  const bool plus = !digits.empty() && digits.front() == '+';
  if (plus) digits.remove_prefix(1);
  // from_chars would also read "inf" and "nan".
  const std::size_t start = !plus && !digits.empty() && digits.front() == '-' ? 1 : 0;
  const bool begins =
      digits.size() > start &&
      (std::isdigit(static_cast<unsigned char>(digits[start])) || digits[start] == '.');
  double value = 0.0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!begins || problem == std::errc::invalid_argument) return not_a_number(text, dimension);
  if (problem != std::errc()) return Complaint{in_quotes(text) + " is too large or too small", "", ""};
  const std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.data()));
  const std::string_view name = trimmed(text.substr(number.size()));
  if (!name.empty() && (name.front() == ',' || name.front() == '_'))
    return not_a_number(text, dimension);
  const Unit* unit = find_unit(name, dimension);
  if (!unit) return wrong_unit(number, name, dimension);
  const double base = shifted(std::string(digits.data(), end), unit->exponent) * unit->factor;
  if (!std::isfinite(base)) return Complaint{in_quotes(text) + " is too large", "", ""};
  return base;
}

std::string format_number(double value, Dimension dimension) {
  std::string best;
  std::size_t digits = 0;
  for (const Unit& unit : units_of(dimension)) {
    const double scaled = shifted(shortest(value / unit.factor), -unit.exponent);
    const bool base = unit.factor == 1 && unit.exponent == 0;
    const bool percent = unit.name == "%";
    // A unit that is larger than the value reads badly, and so do some units.
    if (!base && !percent && std::abs(scaled) < 1) continue;
    if (unit.name == "thousand" || unit.name == "KiB" || unit.name == "MiB") continue;
    const std::string number = shortest(scaled);
    const std::string text = number + (unit.name.empty() ? "" : " ") + std::string(unit.name);
    if (std::get<double>(parse_number(text, dimension)) != value) continue;
    // Few digits, and the larger of two units; a share is a percentage unless that needs many more.
    const std::size_t allowance = dimension == Dimension::kShare ? 6 : 0;
    if (!best.empty() && number.size() + allowance > digits) continue;
    best = text;
    digits = number.size();
  }
  return best;
}

}  // namespace fieldtwin
