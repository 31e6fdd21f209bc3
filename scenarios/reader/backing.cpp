#include "scenarios/reader/distribution_text.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/layer.hpp"
#include "scenarios/reader/suggest.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kAssumptionForm = "Write assumption: {range: [lowest, highest], why: ...}.";

void check_assumption(const Node& node, ErrorList& errors) {
  if (!node.is_map()) {
    errors.add(node.place, {"the assumption is " + std::string(kind_name(node)), "it is a map",
                            kAssumptionForm});
    return;
  }
  const std::vector<std::string> keys{"range", "why"};
  for (const Node::Entry& entry : node.entries)
    if (entry.key != "range" && entry.key != "why")
      errors.add(entry.place,
                 {"unknown key '" + entry.key + "'", "an assumption has a range and a why",
                  did_you_mean(entry.key, keys)});
  const Node* why = node.find("why");
  if (!why || !why->is_scalar() || why->text.empty())
    errors.add(node.place, {"the assumption does not say why",
                            "readers judge a result by its assumptions", kAssumptionForm});
  if (const Node* range = node.find("range");
      range && (!range->is_list() || range->items.size() != 2))
    errors.add(range->place, {"the range is not a pair", "", kAssumptionForm});
}

/// A number to compare with, if the parameter is one.
const Constant* constant_of(const Parameter& parameter, const Scenario& scenario) {
  const auto* field = std::get_if<NumberField>(&parameter.field);
  return field ? std::get_if<Constant>(&number_of(*field, scenario).shape()) : nullptr;
}

}  // namespace

Backing read_backing(const Node& map, ErrorList& errors) {
  const Backing backing{map.find("source"), map.find("assumption")};
  if (backing.source && (!backing.source->is_scalar() || backing.source->text.empty()))
    errors.add(backing.source->place, {"the source is " + std::string(kind_name(*backing.source)),
                                       "it is a text that tells a reader where to look", ""});
  if (backing.assumption) check_assumption(*backing.assumption, errors);
  if (backing.source && backing.assumption)
    errors.add(
        backing.assumption->place,
        {"a source and an assumption stand side by side", "a value is either published or assumed",
         "Keep one; name partial sources in the assumption's why."});
  return backing;
}

std::optional<std::string> source_of(const Backing& backing) {
  if (!backing.source || !backing.source->is_scalar()) return std::nullopt;
  return backing.source->text;
}

std::optional<Assumption> assumption_of(const Backing& backing, const Parameter& parameter,
                                        const Node& value, const Scenario& scenario,
                                        ErrorList& errors) {
  if (!backing.assumption || !backing.assumption->is_map()) return std::nullopt;
  const Node* why = backing.assumption->find("why");
  const Node* range = backing.assumption->find("range");
  if (!why || !why->is_scalar()) return std::nullopt;
  Assumption out{"", "", why->text};
  const bool is_number = std::holds_alternative<NumberField>(parameter.field);
  if (!range) {
    if (is_number)
      errors.add(backing.assumption->place,
                 {"the assumption of " + parameter.path + " has no range",
                  "a number that is assumed could be another", kAssumptionForm});
    return out;
  }
  if (!range->is_list() || range->items.size() != 2) return out;
  Scenario low{}, high{};
  if (read_field(parameter, range->items[0], low, errors) != FieldRead::kDone ||
      read_field(parameter, range->items[1], high, errors) != FieldRead::kDone)
    return out;
  out.range_low = field_text(parameter, low);
  out.range_high = field_text(parameter, high);
  if (!is_number) return out;
  const Constant* from = constant_of(parameter, low);
  const Constant* to = constant_of(parameter, high);
  const Constant* chosen = constant_of(parameter, scenario);
  if (!from || !to || from->value > to->value)
    errors.add(range->place,
               {"the range " + flow_text(*range) + " is not a lowest and a highest number", "",
                kAssumptionForm});
  else if (chosen && (chosen->value < from->value || chosen->value > to->value))
    errors.add(value.place, {flow_text(value) + " is outside its own range " + flow_text(*range),
                             "the assumption says that the value lies in it", ""});
  return out;
}

}  // namespace fieldtwin
