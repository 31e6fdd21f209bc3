#include "scenarios/describe/schema.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "scenarios/describe/words.hpp"
#include "scenarios/fault_register.hpp"
#include "scenarios/reader/units.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

using Json = nlohmann::ordered_json;

const std::string kNumber = "[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?";

struct NamedDimension {
  Dimension dimension;
  const char* name;
};
constexpr std::array kDimensions{
    NamedDimension{Dimension::kTime, "time"},   NamedDimension{Dimension::kSize, "size"},
    NamedDimension{Dimension::kRate, "rate"},   NamedDimension{Dimension::kShare, "share"},
    NamedDimension{Dimension::kCount, "count"}, NamedDimension{Dimension::kPerYear, "per_year"}};

std::string name_of(Dimension dimension) {
  for (const NamedDimension& entry : kDimensions)
    if (entry.dimension == dimension) return entry.name;
  return "";
}

Json refer_to(const std::string& definition) {
  return {{"$ref", "#/$defs/" + definition}};
}

Json object(Json properties, std::vector<std::string> required = {}) {
  Json out{
      {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

Json tuple(const std::vector<Json>& items) {
  return {{"type", "array"},
          {"prefixItems", items},
          {"minItems", items.size()},
          {"maxItems", items.size()}};
}

Json list_of(Json items) {
  return {{"type", "array"}, {"items", std::move(items)}, {"minItems", 1}};
}

/// A plain number with its unit.
Json plain_number(Dimension dimension) {
  std::string units;
  bool bare = false;
  for (const Unit& unit : units_of(dimension)) {
    if (unit.name.empty())
      bare = true;
    else
      units += (units.empty() ? "" : "|") + std::string(unit.name);
  }
  const Json text{
      {"type", "string"},
      {"pattern", "^\\s*" + kNumber + "\\s*(" + units + ")" + (bare ? "?" : "") + "\\s*$"}};
  if (!bare) return text;
  Json number{{"type", "number"}};
  if (dimension == Dimension::kShare) number.update({{"minimum", 0}, {"maximum", 1}});
  return {{"anyOf", {number, text}}};
}

/// Every shape of a distribution over a dimension.
Json distribution(const std::string& dimension) {
  const Json n = refer_to(dimension);
  const Json weight = refer_to("count");
  const std::vector<std::string> moments{"mean", "sd"};
  const bool share = dimension == "share";
  std::vector<Json> shapes;
  const auto add = [&](const char* name, Json members) {
    shapes.push_back(object({{name, std::move(members)}}, {name}));
  };
  add("lognormal", object({{"median", n}, {"p95", n}}, {"median", "p95"}));
  add("exponential", object({{"mean", n}}, {"mean"}));
  add("gamma", object({{"mean", n}, {"sd", n}}, moments));
  add("beta", object({{"mean", n}, {"sd", n}, {"low", n}, {"high", n}},
                     share ? moments : std::vector<std::string>{"mean", "sd", "low", "high"}));
  add("uniform", tuple({n, n}));
  add("log_uniform", tuple({n, n}));
  add("triangular", tuple({n, n, n}));
  add("discrete", list_of(tuple({n, weight})));
  add("mixture", list_of(tuple({weight, refer_to(dimension + "_varying")})));
  return {{"anyOf", shapes}};
}

/// A value as it is, or with its source or assumption.
Json setting(const Json& value) {
  Json backed = object(
      {{"value", value}, {"source", refer_to("source")}, {"assumption", refer_to("assumption")}},
      {"value"});
  backed["not"] = {{"required", {"source", "assumption"}}};
  return {{"anyOf", {value, backed}}};
}

Json value_schema(const Parameter& parameter) {
  if (const auto* number = std::get_if<NumberField>(&parameter.field))
    return refer_to(name_of(number->dimension) +
                    (parameter.drawn == Drawn::kFixed ? "" : "_varying"));
  if (const auto* choice = std::get_if<ChoiceField>(&parameter.field))
    return {{"enum", choice->names}};
  if (const auto* date = std::get_if<DateField>(&parameter.field)) {
    const bool never = date->never == DateField::Never::kAllowed;
    return {
        {"type", "string"},
        {"pattern", std::string("^([0-9]{4}-[0-9]{2}-[0-9]{2}") + (never ? "|never" : "") + ")$"}};
  }
  if (std::holds_alternative<CurveField>(parameter.field))
    return {{"type", "array"}, {"items", refer_to("count")}, {"minItems", 24}, {"maxItems", 24}};
  if (std::holds_alternative<StatesField>(parameter.field))
    return {{"type", "array"}, {"items", {{"type", "string"}, {"pattern", "^[A-Z]{2}$"}}}};
  return {{"type", "string"}, {"minLength", 1}};
}

Json parameter_schema(const Parameter& parameter) {
  const std::string limits = limit_words(parameter);
  std::string text = parameter.meaning + systems_words(parameter) + " [" + kind_words(parameter);
  if (!limits.empty()) text += ": " + limits;
  Json out{{"description", text + "]"}};
  if (std::holds_alternative<NumberField>(parameter.field))
    out["$ref"] = value_schema(parameter)["$ref"].get<std::string>() + "_setting";
  else
    out.update(setting(value_schema(parameter)));
  return out;
}

/// Puts a parameter into the tree of sections.
void add_parameter(Json& node, const std::string& path, const Parameter& parameter) {
  const std::size_t dot = path.find('.');
  if (dot == std::string::npos) {
    node["properties"][path] = parameter_schema(parameter);
    return;
  }
  Json& section = node["properties"][path.substr(0, dot)];
  if (section.is_null())
    section = object({{"source", refer_to("source")}, {"assumption", refer_to("assumption")}});
  add_parameter(section, path.substr(dot + 1), parameter);
}

Json definitions() {
  Json out;
  out["source"] = {
      {"type", "string"}, {"minLength", 1}, {"description", "Where the value is published."}};
  const Json range_end{{"type", {"string", "number"}}};
  out["assumption"] = object(
      {{"range", tuple({range_end, range_end})}, {"why", {{"type", "string"}, {"minLength", 1}}}},
      {"why"});
  out["assumption"]["description"] = "A plausible range, and why this value was chosen.";
  for (const NamedDimension& entry : kDimensions) {
    const std::string name = entry.name;
    out[name] = plain_number(entry.dimension);
    out[name + "_varying"] = {{"anyOf", {refer_to(name), refer_to(name + "_distribution")}}};
    out[name + "_distribution"] = distribution(name);
    out[name + "_setting"] = setting(refer_to(name));
    out[name + "_varying_setting"] = setting(refer_to(name + "_varying"));
  }
  return out;
}

Json number_schema(const FaultNumber& number) {
  Json out = refer_to(name_of(number.dimension));
  if (number.without == FaultNumber::Without::kAllowed) {
    out = {{"anyOf", {out, {{"enum", {"none"}}}}}};
  }
  out["description"] = number.meaning;
  return out;
}

/// Events of one kind.
Json fault_schema(const FaultKindEntry& kind) {
  const Json state{{"type", "string"}, {"pattern", "^[A-Z]{2}$"}};
  const Json name{{"type", "string"}, {"pattern", "^[A-Za-z0-9_-]+$"}};
  const std::string key(kind.key);
  Json properties{{key, {{"enum", {kind.name}}}},
                  {"name", name},
                  {"from", refer_to("time")},
                  {"until", refer_to("time")},
                  {"source", refer_to("source")},
                  {"assumption", refer_to("assumption")}};
  std::vector<std::string> required{key, "from", "until"};
  for (const FaultNumber& number : kind.numbers) {
    properties[std::string(number.key)] = number_schema(number);
    required.emplace_back(number.key);
  }
  if (kind.has == FaultHas::kState || kind.has == FaultHas::kStateAndArea) {
    properties["state"] = state;
  }
  if (kind.has == FaultHas::kStateAndArea) properties["area"] = {{"enum", kAreaNames}};
  if (kind.has == FaultHas::kRegion) {
    properties["region"] = name;
    properties["states"] = list_of(state);
    properties["failover"] = {{"enum", {"yes", "no"}}};
    for (const FaultNumber& number : region_numbers()) {
      properties[std::string(number.key)] = number_schema(number);
    }
  }
  Json out = object(std::move(properties), std::move(required));
  out["description"] = kind.meaning;
  return out;
}

Json fault_schema() {
  Json kinds = Json::array();
  for (const FaultKindEntry& kind : fault_kinds()) kinds.push_back(fault_schema(kind));
  return {{"type", "array"},
          {"items", {{"anyOf", std::move(kinds)}}},
          {"description", "Faults and attacks, each from one time to another."}};
}

Json change_schema() {
  Json change = object({{"at", refer_to("time")},
                        {"parameter", {{"type", "string"}, {"minLength", 1}}},
                        {"value", Json::object()},
                        {"source", refer_to("source")},
                        {"assumption", refer_to("assumption")}},
                       {"at", "parameter", "value"});
  return {{"type", "array"},
          {"items", std::move(change)},
          {"description", "Times from which a parameter has another value."}};
}

}  // namespace

void write_schema(std::ostream& out) {
  const Json text{{"type", "string"}, {"minLength", 1}};
  Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "fieldtwin scenario"},
            {"type", "object"},
            {"additionalProperties", false}};
  root["properties"] = {{"name", text}, {"title", text}, {"question", text}, {"description", text}};
  root["properties"]["extends"] = text;
  root["properties"]["extends"]["description"] =
      "Another scenario, shipped or a file, whose values hold where this file gives none.";
  root["properties"]["with"] = {
      {"description", "Shipped safeguards to put over what it extends, see docs/safeguards.md."},
      {"type", "array"},
      {"items", {{"type", "string"}}}};
  for (const Parameter& parameter : parameters()) add_parameter(root, parameter.path, parameter);
  root["properties"]["together"] = {
      {"type", "array"},
      {"items", {{"anyOf", {text, {{"$ref", "#"}}}}}},
      {"maxItems", 15},
      {"description", "Scenarios whose fields are in the same world, by name or in place."}};
  root["properties"]["faults"] = fault_schema();
  root["properties"]["changes"] = change_schema();
  root["$defs"] = definitions();
  out << root.dump(1) << '\n';
}

}  // namespace fieldtwin
