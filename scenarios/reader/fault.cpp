#include <algorithm>

#include "scenarios/reader/field.hpp"
#include "scenarios/reader/layer.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

const std::vector<std::string> kKeys{"target",   "state",  "from",      "until",
                                     "capacity", "source", "assumption"};
const std::vector<std::string> kTargets{"login", "service", "uplink", "ice_desk"};

std::string fault_text(const Fault& fault) {
  std::string out = "{target: " + kTargets.at(static_cast<std::size_t>(fault.target));
  if (!fault.state.empty()) out += ", state: " + yaml_scalar(fault.state);
  return out + ", from: " + format_number(fault.from.value(), Dimension::kTime) +
         ", until: " + format_number(fault.until.value(), Dimension::kTime) +
         ", capacity: " + format_number(fault.capacity.value(), Dimension::kShare) + "}";
}

/// A plain number of a fault; nothing if it is missing or wrong.
std::optional<double> read_number(const Node& fault, const std::string& key, Dimension dimension,
                                  ErrorList& errors) {
  const Node* node = fault.find(key);
  if (!node) {
    errors.add(fault.place, {"the fault has no '" + key + "'", "", ""});
    return std::nullopt;
  }
  const auto value =
      node->is_scalar()
          ? parse_number(node->text, dimension)
          : Complaint{std::string(kind_name(*node)) + " stands where a number is needed",
                      "a fault is an event, not a distribution", ""};
  if (const auto* complaint = std::get_if<Complaint>(&value)) {
    errors.add(node->place, *complaint);
    return std::nullopt;
  }
  const double number = std::get<double>(value);
  if (number < 0.0 || (dimension == Dimension::kShare && number > 1.0)) {
    errors.add(node->place, {node->text + " is out of range",
                             dimension == Dimension::kShare
                                 ? "what is left of the capacity lies from 0 % to 100 %"
                                 : "time counts from the start of the period",
                             ""});
    return std::nullopt;
  }
  return number;
}

}  // namespace

void Layer::apply_faults(const Node& node) {
  auto& faults = target_.scenario.faults;
  faults.clear();
  std::erase_if(target_.provenance,
                [](const auto& entry) { return entry.first.rfind("faults.", 0) == 0; });
  if (node.is_list()) {
    for (const Node& fault : node.items) apply_fault(fault);
  } else {
    errors_.add(
        node.place,
        {"faults is " + std::string(kind_name(node)), "it is a list of events; an empty one is []",
         "For example - {target: login, from: 18 h, until: 20 h, capacity: 0 %}."});
  }
}

void Layer::apply_fault(const Node& node) {
  if (!node.is_map()) {
    errors_.add(node.place,
                {"the fault is " + std::string(kind_name(node)), "it is a map",
                 "For example - {target: login, from: 18 h, until: 20 h, capacity: 0 %}."});
    return;
  }
  const std::size_t before = errors_.size();
  for (const Node::Entry& entry : node.entries)
    if (std::find(kKeys.begin(), kKeys.end(), entry.key) == kKeys.end())
      errors_.add(entry.place, {"unknown key '" + entry.key + "'", "a fault has no such key",
                                did_you_mean(entry.key, kKeys)});
  Fault fault{};
  const Node* target = node.find("target");
  if (!target) {
    errors_.add(node.place,
                {"the fault has no 'target'", "", "Known are: " + comma_separated(kTargets) + "."});
  } else if (const auto found = std::find(kTargets.begin(), kTargets.end(), target->text);
             found == kTargets.end()) {
    errors_.add(target->place, {"'" + flow_text(*target) + "' is not a target of a fault", "",
                                did_you_mean(target->text, kTargets)});
  } else {
    fault.target = static_cast<FaultTarget>(found - kTargets.begin());
    if (const Node* state = node.find("state")) {
      fault.state = state->text;
      if (!state->is_scalar())
        errors_.add(state->place,
                    {std::string(kind_name(*state)) + " stands where a postal code is needed", "",
                     "For example FL."});
      else if (fault.target != FaultTarget::kUplink)
        errors_.add(state->place, {"a fault of " + target->text + " has no state",
                                   "it serves the whole country; only an uplink belongs to a state",
                                   "Remove 'state', or make the target 'uplink'."});
    }
  }
  const auto from = read_number(node, "from", Dimension::kTime, errors_);
  const auto until = read_number(node, "until", Dimension::kTime, errors_);
  const auto capacity = read_number(node, "capacity", Dimension::kShare, errors_);
  if (from && until && *from >= *until)
    errors_.add(node.find("until")->place,
                {"the fault ends before it begins",
                 "from is " + node.find("from")->text + ", until " + node.find("until")->text, ""});
  const Backing backing = read_backing(node, errors_);
  if (errors_.size() != before) return;
  fault.from = Seconds(*from);
  fault.until = Seconds(*until);
  fault.capacity = Probability(*capacity);
  const std::string path = "faults." + std::to_string(target_.scenario.faults.size());
  Provenance record = provenance(node);
  record.canonical = fault_text(fault);
  record.source = source_of(backing);
  if (backing.assumption) {
    Assumption assumption;
    if (const Node* range = backing.assumption->find("range")) {
      assumption.range_low = flow_text(range->items[0]);
      assumption.range_high = flow_text(range->items[1]);
    }
    assumption.why = backing.assumption->find("why")->text;
    record.assumption = assumption;
  }
  target_.scenario.faults.push_back(std::move(fault));
  target_.provenance[path] = std::move(record);
}

}  // namespace fieldtwin
