#include "scenarios/reader/field.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "scenarios/reader/date.hpp"
#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

/// Probability mass below this may lie outside a lower bound: a lognormal rate comes as near to 0
/// as one likes, but in no run of the model.
constexpr double kNever = 1e-9;

std::string bounds_text(const NumberField& field) {
  const std::string low = format_number(field.low, field.dimension);
  if (!std::isfinite(field.high)) return "it must be at least " + low;
  return "it must lie from " + low + " to " + format_number(field.high, field.dimension);
}

void check_constant(const NumberField& field, const Node& node, double value, ErrorList& errors) {
  if (value < field.low || value > field.high) {
    std::string suggestion;
    if (field.dimension == Dimension::kShare && value > 1.0 && value <= 100.0 &&
        node.text.find('%') == std::string::npos)
      suggestion = "Did you mean " + node.text + " %?";
    errors.add(node.place, {node.text + (value < field.low ? " is too small" : " is too large"),
                            bounds_text(field), suggestion});
  } else if (field.whole == Whole::kYes && value != std::floor(value)) {
    errors.add(node.place, {node.text + " is not a whole number", "things are counted here",
                            fmt::format("Did you mean {}?",
                                        format_number(std::round(value), field.dimension))});
  }
}

void check_support(const NumberField& field, const Node& node, const Distribution& d,
                   ErrorList& errors) {
  if (d.max() > field.high) {
    const bool endless = !std::isfinite(d.max());
    errors.add(
        node.place,
        {endless ? "this distribution has no largest value"
                 : "this distribution goes up to " + format_number(d.max(), field.dimension),
         bounds_text(field), endless ? "Take one that ends: beta, triangular or uniform." : ""});
  }
  if (d.min() < field.low && d.quantile(kNever) < field.low) {
    errors.add(
        node.place,
        {"this distribution goes down to " + format_number(d.min(), field.dimension),
         bounds_text(field), "Take one that begins there: triangular, uniform or log_uniform."});
  }
}

/// Reads one kind of field, for std::visit.
struct Reader {
  const Parameter& parameter;
  const Node& node;
  Scenario& scenario;
  ErrorList& errors;

  void refuse(std::string what, std::string why, std::string suggestion) const {
    errors.add(node.place, {std::move(what), std::move(why), std::move(suggestion)});
  }

  void operator()(const NumberField& field) const {
    const std::size_t before = errors.size();
    const auto value = read_distribution(node, field.dimension, errors);
    if (!value) return;
    const auto* constant = std::get_if<Constant>(&value->shape());
    if (!constant && parameter.drawn == Drawn::kFixed) {
      return refuse(parameter.path + " cannot be a distribution",
                    "it fixes the size of what is simulated, the same in every replication",
                    "Write a plain number.");
    }
    if (constant) {
      check_constant(field, node, constant->value, errors);
    } else {
      check_support(field, node, *value, errors);
    }
    if (errors.size() == before) field.at(scenario) = *value;
  }

  void operator()(const ChoiceField& field) const {
    const std::vector<std::string> names(field.names.begin(), field.names.end());
    if (!node.is_scalar())
      return refuse(std::string(kind_name(node)) + " stands where a name is needed",
                    "one of " + comma_separated(names), "");
    for (std::size_t i = 0; i < names.size(); ++i)
      if (names[i] == node.text) return field.set(scenario, i);
    refuse("'" + node.text + "' is not a choice of " + parameter.path, "",
           did_you_mean(node.text, names));
  }

  void operator()(const DateField& field) const {
    if (node.is_scalar() && node.text == "never") {
      if (field.never == DateField::Never::kAllowed) return field.set(scenario, std::nullopt);
      return refuse("'never' is not possible here", "this date is needed",
                    "Write a date such as 2025-11-03.");
    }
    const auto date = node.is_scalar() ? parse_date(node.text) : std::nullopt;
    if (date) return field.set(scenario, *date);
    refuse(node.is_scalar() ? "'" + node.text + "' is not a date"
                            : std::string(kind_name(node)) + " stands where a date is needed",
           "dates are written year-month-day and must be in the calendar",
           field.never == DateField::Never::kAllowed ? "For example 2025-11-03, or never."
                                                     : "For example 2025-11-03.");
  }

  void operator()(const CurveField& field) const {
    if (!node.is_list() || node.items.size() != 24)
      return refuse(node.is_list()
                        ? fmt::format("the list has {} numbers", node.items.size())
                        : std::string(kind_name(node)) + " stands where a list is needed",
                    "24 weights are needed, one for each hour from midnight", "");
    std::array<double, 24> curve{};
    double sum = 0.0;
    const std::size_t before = errors.size();
    for (std::size_t i = 0; i < 24; ++i) {
      const auto weight = read_distribution(node.items[i], Dimension::kCount, errors);
      if (!weight) continue;
      const auto* constant = std::get_if<Constant>(&weight->shape());
      if (!constant || constant->value < 0.0) {
        errors.add(
            node.items[i].place,
            {"the weight " + flow_text(node.items[i]) + " is not a number from 0 up", "", ""});
        continue;
      }
      curve[i] = constant->value;
      sum += curve[i];
    }
    if (errors.size() != before) return;
    if (!(sum > 0.0) || !std::isfinite(sum))
      return refuse("all 24 weights are zero, or their sum is endless",
                    "no stop could ever be made", "Give at least one hour a weight.");
    field.at(scenario) = curve;
  }

  void operator()(const StatesField& field) const {
    if (!node.is_list())
      return refuse(
          std::string(kind_name(node)) + " stands where a list is needed",
          "states are a list of postal codes; an empty list means all of them",
          node.is_scalar() ? "Did you mean [" + node.text + "]?" : "For example [FL, TX].");
    std::vector<std::string> codes;
    const std::size_t before = errors.size();
    for (const Node& item : node.items) {
      if (!item.is_scalar()) {
        errors.add(item.place,
                   {std::string(kind_name(item)) + " stands where a postal code is needed", "",
                    "For example FL."});
        continue;
      }
      for (const std::string& other : codes)
        if (other == item.text)
          errors.add(item.place, {"'" + item.text + "' is listed twice", "", ""});
      codes.push_back(item.text);
    }
    if (errors.size() == before) field.at(scenario) = codes;
  }

  void operator()(const NameField& field) const {
    if (!node.is_scalar() || node.text.empty())
      return refuse(std::string(kind_name(node)) + " stands where a name is needed", "", "");
    field.at(scenario) = node.text;
  }
};

/// Writes one kind of field, for std::visit.
struct Writer {
  const Scenario& scenario;

  std::string operator()(const NumberField& field) const {
    return distribution_text(number_of(field, scenario), field.dimension);
  }
  std::string operator()(const ChoiceField& field) const {
    return std::string(field.names.at(field.get(scenario)));
  }
  std::string operator()(const DateField& field) const {
    const auto date = field.get(scenario);
    return date ? date_text(*date) : "never";
  }
  std::string operator()(const CurveField& field) const {
    std::string out;
    for (const double weight : field.at(const_cast<Scenario&>(scenario)))
      out += (out.empty() ? "" : ", ") + format_number(weight, Dimension::kCount);
    return "[" + out + "]";
  }
  std::string operator()(const StatesField& field) const {
    std::string out;
    for (const std::string& code : field.at(const_cast<Scenario&>(scenario)))
      out += (out.empty() ? "" : ", ") + yaml_scalar(code);
    return "[" + out + "]";
  }
  std::string operator()(const NameField& field) const {
    return yaml_scalar(field.at(const_cast<Scenario&>(scenario)));
  }
};

}  // namespace

FieldRead read_field(const Parameter& parameter, const Node& node, Scenario& scenario,
                     ErrorList& errors) {
  const std::size_t before = errors.size();
  if (node.kind == Node::Kind::kNull) {
    errors.add(node.place,
               {parameter.path + " has no value", "nothing stands behind the colon", ""});
  } else {
    std::visit(Reader{parameter, node, scenario, errors}, parameter.field);
  }
  return errors.size() == before ? FieldRead::kDone : FieldRead::kRefused;
}

std::string field_text(const Parameter& parameter, const Scenario& scenario) {
  return std::visit(Writer{scenario}, parameter.field);
}

const Distribution& number_of(const NumberField& field, const Scenario& scenario) {
  return field.at(const_cast<Scenario&>(scenario));  // `at` only finds the member
}

const Parameter* find_parameter(std::string_view path) {
  static const auto by_path = [] {
    std::map<std::string, const Parameter*, std::less<>> out;
    for (const Parameter& parameter : parameters()) out.emplace(parameter.path, &parameter);
    return out;
  }();
  const auto found = by_path.find(path);
  return found == by_path.end() ? nullptr : found->second;
}

}  // namespace fieldtwin
