#include "scenarios/sweep/read_factor.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kForms =
    "Write a list [a, b, c], {range: [low, high]} or a distribution such as {uniform: [a, b]}.";

std::vector<std::string> all_paths() {
  std::vector<std::string> paths;
  for (const Parameter& parameter : parameters()) paths.push_back(parameter.path);
  return paths;
}

/// Reads one factor; what is wrong goes to the errors, and reading goes on.
class FactorReader {
 public:
  FactorReader(const Node::Entry& entry, const Scenario& base, ErrorList& errors)
      : entry_(entry), base_(base), errors_(errors), before_(errors.size()) {}

  std::optional<SweptFactor> read() {
    factor_.factor.name = entry_.key;
    const Node& values = entry_.value;
    const Node* const scale = values.is_map() ? values.find("scale") : nullptr;
    if (scale) {
      read_scale(*scale);
    } else {
      read_parameter(entry_.key, entry_.place);
      if (parameter_) read_values();
    }
    if (errors_.size() != before_) return std::nullopt;
    return std::move(factor_);
  }

 private:
  void refuse(const Place& place, std::string what, std::string why, std::string suggestion) {
    errors_.add(place, {std::move(what), std::move(why), std::move(suggestion)});
  }

  void read_parameter(const std::string& path, const Place& place) {
    parameter_ = find_parameter(path);
    if (!parameter_) {
      return refuse(place, "there is no parameter '" + path + "'",
                    "a factor is named by the path of what it varies",
                    did_you_mean(path, all_paths()));
    }
    factor_.paths.push_back(path);
    const auto* const field = std::get_if<NumberField>(&parameter_->field);
    if (field) factor_.dimension = field->dimension;
    if (field && field->whole == Whole::kYes) factor_.factor.rounding = Factor::Rounding::kWhole;
  }

  void read_values() {
    const Node& values = entry_.value;
    if (values.is_list()) return read_list(values, parameter_);
    const bool numbers = std::holds_alternative<NumberField>(parameter_->field);
    if (!numbers || !values.is_map()) {
      return refuse(
          values.place,
          fmt::format("{} stands where the values of a factor are needed", kind_name(values)), "",
          numbers ? kForms : "Write a list [a, b, c].");
    }
    if (const Node* const range = values.find("range")) {
      refuse_other_keys({"range", "spacing"});
      return read_range(*range, parameter_);
    }
    const auto& shapes = shape_names();
    const std::string& key = values.entries.front().key;
    if (std::ranges::find(shapes, key) == shapes.end()) {
      std::vector<std::string> known = shapes;
      known.insert(known.end(), {"range", "scale"});
      return refuse(values.entries.front().place, "'" + key + "' is no kind of factor", "",
                    closest(key, known).empty() ? kForms : did_you_mean(key, known));
    }
    if (const auto law = read_distribution(values, factor_.dimension, errors_)) {
      factor_.factor.values = *law;
    }
  }

  void read_scale(const Node& scale) {
    factor_.kind = SweptFactor::Kind::kScale;
    refuse_other_keys({"scale", "range", "spacing", "values"});
    std::vector<const Node*> paths;
    if (scale.is_scalar()) paths.push_back(&scale);
    for (const Node& item : scale.items) paths.push_back(&item);
    if (paths.empty()) refuse(scale.place, "scale names no parameter", "", "");
    for (const Node* const path : paths) {
      read_parameter(path->text, path->place);
      if (parameter_ && !std::holds_alternative<NumberField>(parameter_->field)) {
        refuse(path->place, path->text + " is no number", "numbers alone can be scaled", "");
      }
    }
    factor_.dimension = Dimension::kCount;
    factor_.factor.rounding = Factor::Rounding::kNone;
    const Node *const range = entry_.value.find("range"), *const list = entry_.value.find("values");
    if (range && !list) return read_range(*range, nullptr);
    if (list && !range && list->is_list()) return read_list(*list, nullptr);
    refuse(entry_.value.place, "this scale has no values", "",
           "Write range: [0.5, 2] or values: [0.5, 1, 2].");
  }

  void refuse_other_keys(const std::vector<std::string>& known) {
    for (const auto& entry : entry_.value.entries) {
      if (std::ranges::find(known, entry.key) != known.end()) continue;
      refuse(entry.place, "a factor has no key '" + entry.key + "'", "",
             did_you_mean(entry.key, known));
    }
  }

  /// A plain number of the factor's unit, checked as the parameter's if there is one.
  std::optional<double> number(const Node& node, const Parameter* parameter) {
    if (!node.is_scalar()) {
      refuse(node.place, fmt::format("{} stands where a number is needed", kind_name(node)), "",
             "");
      return std::nullopt;
    }
    const auto parsed = parse_number(node.text, factor_.dimension);
    if (const auto* const complaint = std::get_if<Complaint>(&parsed)) {
      errors_.add(node.place, *complaint);
      return std::nullopt;
    }
    const double value = std::get<double>(parsed);
    if (!parameter && value <= 0.0) {
      refuse(node.place, node.text + " is not above 0", "a scale multiplies", "");
      return std::nullopt;
    }
    if (parameter && !accepts(*parameter, node)) return std::nullopt;
    return value;
  }

  bool accepts(const Parameter& parameter, const Node& node) {
    Scenario tried = base_;
    return read_field(parameter, node, tried, errors_) == FieldRead::kDone;
  }

  void read_range(const Node& range, const Parameter* parameter) {
    if (!range.is_list() || range.items.size() != 2) {
      return refuse(range.place, "a range has two ends", "", "For example range: [1, 10].");
    }
    const auto low = number(range.items[0], parameter), high = number(range.items[1], parameter);
    const Spacing spacing = read_spacing();
    if (!low || !high) return;
    if (*low >= *high) {
      return refuse(range.place, "the range does not rise",
                    "the lower end comes first, and differs from the upper", "");
    }
    if (spacing == Spacing::kLogarithmic && *low <= 0.0) {
      return refuse(range.items[0].place, "a logarithmic range cannot begin at 0",
                    "its logarithm would be endless", "Take a small number above 0.");
    }
    factor_.factor.values = FactorRange{*low, *high, spacing};
  }

  Spacing read_spacing() {
    const Node* const spacing = entry_.value.find("spacing");
    if (!spacing || spacing->text == "linear") return Spacing::kLinear;
    if (spacing->text != "log") {
      refuse(spacing->place, "'" + spacing->text + "' is no spacing", "",
             did_you_mean(spacing->text, {"linear", "log"}));
    }
    return Spacing::kLogarithmic;
  }

  void read_list(const Node& list, const Parameter* parameter) {
    if (list.items.size() < 2) {
      return refuse(list.place, "a factor needs at least two values", "one value varies nothing",
                    "A value that is the same everywhere belongs into the base scenario.");
    }
    const bool plain = std::ranges::all_of(list.items, &Node::is_scalar) &&
                       (!parameter || std::holds_alternative<NumberField>(parameter->field));
    for (const Node& item : list.items) {
      const std::string text = item.is_scalar() ? yaml_scalar(item.text) : flow_text(item);
      if (std::ranges::find(factor_.listed, text) != factor_.listed.end()) {
        refuse(item.place, text + " is listed twice", "", "");
      }
      factor_.listed.push_back(text);
      if (plain) {
        if (const auto value = number(item, parameter)) factor_.numbers.push_back(*value);
      } else {
        accepts(*parameter, item);
      }
    }
    factor_.factor.values = FactorList{list.items.size()};
    factor_.factor.rounding = Factor::Rounding::kNone;
  }

  const Node::Entry& entry_;
  const Scenario& base_;
  ErrorList& errors_;
  std::size_t before_;
  const Parameter* parameter_ = nullptr;
  SweptFactor factor_;
};

}  // namespace

std::optional<SweptFactor> read_factor(const Node::Entry& entry, const Scenario& base,
                                       ErrorList& errors) {
  return FactorReader(entry, base, errors).read();
}

}  // namespace fieldtwin
