#include <algorithm>
#include <limits>

#include "scenarios/fault_register.hpp"
#include "scenarios/reader/field.hpp"
#include "scenarios/reader/layer.hpp"
#include "scenarios/reader/suggest.hpp"
#include "scenarios/reader/units.hpp"

namespace fieldtwin {
namespace {

constexpr const char* kFaultExample =
    "For example - {target: login, from: 18 h, until: 20 h, capacity: 0 %}.";

/// The values of `target` or of `event`.
std::vector<std::string> names_under(std::string_view key) {
  std::vector<std::string> names;
  for (const FaultKindEntry& kind : fault_kinds()) {
    if (kind.key == key) names.emplace_back(kind.name);
  }
  return names;
}

/// The keys that an event of the kind may have.
std::vector<std::string> keys_of(const FaultKindEntry& kind) {
  std::vector<std::string> keys{std::string(kind.key), "name", "from", "until"};
  for (const FaultNumber& number : kind.numbers) keys.emplace_back(number.key);
  if (kind.has == FaultHas::kState || kind.has == FaultHas::kStateAndArea) keys.emplace_back("state");
  if (kind.has == FaultHas::kStateAndArea) keys.emplace_back("area");
  if (kind.has == FaultHas::kRegion) {
    keys.insert(keys.end(), {"region", "states", "failover"});
    for (const FaultNumber& number : region_numbers()) keys.emplace_back(number.key);
  }
  keys.insert(keys.end(), {"source", "assumption"});
  return keys;
}

std::string limits_of(const FaultNumber& number) {
  const std::string low = format_number(number.low, number.dimension);
  const std::string high = format_number(number.high, number.dimension);
  return std::string(number.key) + " lies from " + low + " to " + high;
}

/// Reads one event. What is wrong with it goes to the errors.
class FaultReader {
 public:
  FaultReader(const Node& node, ErrorList& errors) : node_(node), errors_(errors) {}

  void read(Fault& fault) {
    const FaultKindEntry* kind = read_kind(fault);
    if (kind != nullptr) check_keys(*kind);
    read_window(fault);
    if (kind == nullptr) return;
    for (const FaultNumber& number : kind->numbers) read_number(number, fault);
    read_text("name", fault.name);
    read_text("state", fault.state);
    read_area(fault);
    read_region(fault);
  }

 private:
  const FaultKindEntry* read_kind(Fault& fault) {
    const Node* target = node_.find("target");
    const Node* event = node_.find("event");
    if ((target == nullptr) == (event == nullptr)) {
      errors_.add(node_.place,
                  {target ? "the fault has both 'target' and 'event'"
                          : "the fault has neither 'target' nor 'event'",
                   "a part of the system fails, or something happens to it",
                   "Known are target: " + comma_separated(names_under("target")) +
                       "; event: " + comma_separated(names_under("event")) + "."});
      return nullptr;
    }
    const Node& named = target ? *target : *event;
    const std::string_view key = target ? "target" : "event";
    const auto kinds = fault_kinds();
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (kinds[i].name != named.text) continue;
      if (kinds[i].key == key) {
        fault.kind = static_cast<FaultKind>(i);
        return &kinds[i];
      }
      errors_.add(named.place, {"'" + named.text + "' stands under '" + std::string(key) + "'", "",
                                "Write " + std::string(kinds[i].key) + ": " + named.text + "."});
      return nullptr;
    }
    const char* what = target ? "' is not a target of a fault" : "' is not an event";
    errors_.add(named.place, {"'" + flow_text(named) + what, "",
                              did_you_mean(named.text, names_under(key))});
    return nullptr;
  }

  void check_keys(const FaultKindEntry& kind) {
    const auto keys = keys_of(kind);
    for (const Node::Entry& entry : node_.entries) {
      if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
      if (entry.key == "state") {
        errors_.add(entry.place, {"a fault of " + std::string(kind.name) + " has no state",
                                  "it is the same for the whole country", "Remove 'state'."});
      } else {
        errors_.add(entry.place, {"unknown key '" + entry.key + "'",
                                  "a fault of " + std::string(kind.name) + " has no such key",
                                  did_you_mean(entry.key, keys)});
      }
    }
  }

  void read_window(Fault& fault) {
    static constexpr double kAny = std::numeric_limits<double>::infinity();
    const auto time = [this](const char* key) {
      return number_at(key, Dimension::kTime, 0.0, kAny, "time counts from the start of the period");
    };
    const auto from = time("from");
    const auto until = time("until");
    if (!from || !until) return;
    fault.from = Seconds(*from);
    fault.until = Seconds(*until);
    if (*from >= *until)
      errors_.add(node_.find("until")->place,
                  {"the fault ends before it begins",
                   "from is " + node_.find("from")->text + ", until " + node_.find("until")->text,
                   ""});
  }

  void read_number(const FaultNumber& number, Fault& fault) {
    const Node* node = node_.find(number.key);
    if (node && number.without == FaultNumber::Without::kAllowed && node->text == "none") {
      number.set(fault, std::numeric_limits<double>::infinity());
      return;
    }
    const auto value =
        number_at(std::string(number.key), number.dimension, number.low, number.high,
                  number.key == "capacity" ? "what is left of the capacity lies from 0 % to 100 %"
                                           : limits_of(number));
    if (!value) return;
    if (number.whole == Whole::kYes && *value != static_cast<double>(static_cast<long>(*value))) {
      errors_.add(node->place, {node->text + " is not a whole number", "", ""});
      return;
    }
    number.set(fault, *value);
  }

  /// A plain number; nothing if it is missing or wrong.
  std::optional<double> number_at(const std::string& key, Dimension dimension, double low,
                                  double high, const std::string& why) {
    const Node* node = node_.find(key);
    if (!node) {
      errors_.add(node_.place, {"the fault has no '" + key + "'", "", ""});
      return std::nullopt;
    }
    const auto value =
        node->is_scalar()
            ? parse_number(node->text, dimension)
            : Complaint{std::string(kind_name(*node)) + " stands where a number is needed",
                        "a fault is an event, not a distribution", ""};
    if (const auto* complaint = std::get_if<Complaint>(&value)) {
      errors_.add(node->place, *complaint);
      return std::nullopt;
    }
    const double number = std::get<double>(value);
    if (number < low || number > high) {
      errors_.add(node->place, {node->text + " is out of range", why, ""});
      return std::nullopt;
    }
    return number;
  }

  void read_text(const char* key, std::string& into) {
    const Node* node = node_.find(key);
    if (!node) return;
    into = node->text;
    const bool is_state = std::string_view(key) == "state";
    if (!node->is_scalar() || node->text.empty()) {
      errors_.add(node->place, {std::string(kind_name(*node)) + " stands where a " +
                                    (is_state ? "postal code" : "name") + " is needed",
                                "", is_state ? "For example FL." : "For example login_evening."});
    } else if (!is_state &&
               node->text.find_first_not_of(
                   "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") !=
                   std::string::npos) {
      errors_.add(node->place, {"'" + node->text + "' is not a name of a fault",
                                "results are found by it, so it has letters, digits, '-' and '_' "
                                "alone",
                                ""});
    }
  }

  void read_area(Fault& fault) {
    const Node* node = node_.find("area");
    if (!node) return;
    const auto found = std::find(kAreaNames.begin(), kAreaNames.end(), node->text);
    if (found == kAreaNames.end()) {
      errors_.add(node->place, {"'" + flow_text(*node) + "' is not an area", "",
                                "Known are: urban, rural."});
      return;
    }
    fault.area = static_cast<Area>(found - kAreaNames.begin());
  }

  /// A region has a share of the servers, states and an answer to where its requests go.
  void read_region(Fault& fault) {
    if (fault.kind != FaultKind::kService) return;
    const Node* states = node_.find("states");
    const Node* failover = node_.find("failover");
    if (!node_.find("region")) {
      for (const char* key : {"share", "states", "failover"}) {
        if (const Node* node = node_.find(key)) {
          errors_.add(node->place, {"'" + std::string(key) + "' belongs to a region",
                                    "without one the fault is of the whole service",
                                    "Add 'region: NAME'."});
        }
      }
      return;
    }
    read_text("region", fault.region);
    for (const FaultNumber& number : region_numbers()) read_number(number, fault);
    if (!states || !states->is_list() || states->items.empty()) {
      errors_.add(states ? states->place : node_.place,
                  {"the region serves no states", "a region is one of those that serve some",
                   "For example states: [FL, GA]."});
    } else {
      for (const Node& state : states->items) fault.states.push_back(state.text);
    }
    if (!failover || (failover->text != "yes" && failover->text != "no")) {
      errors_.add(failover ? failover->place : node_.place,
                  {"it is not said whether another region takes over", "",
                   "Write failover: yes, or failover: no."});
    } else {
      fault.failover = failover->text == "yes" ? Failover::kYes : Failover::kNo;
    }
  }

  const Node& node_;
  ErrorList& errors_;
};

/// The kind's name, with a number from the second one on, unless the event has a name.
std::string name_of(const Fault& fault, const std::vector<Fault>& before) {
  const std::string kind(fault_kind(fault.kind).name);
  const auto taken = [&before](const std::string& name) {
    return std::any_of(before.begin(), before.end(),
                       [&name](const Fault& other) { return other.name == name; });
  };
  std::string name = kind;
  for (int i = 2; taken(name); ++i) name = kind + "_" + std::to_string(i);
  return name;
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
    errors_.add(node.place,
                {"faults is " + std::string(kind_name(node)),
                 "it is a list of events; an empty one is []", kFaultExample});
  }
}

void Layer::apply_fault(const Node& node) {
  if (!node.is_map()) {
    errors_.add(node.place,
                {"the fault is " + std::string(kind_name(node)), "it is a map", kFaultExample});
    return;
  }
  const std::size_t before = errors_.size();
  auto& faults = target_.scenario.faults;
  Fault fault;
  FaultReader(node, errors_).read(fault);
  const Backing backing = read_backing(node, errors_);
  if (errors_.size() != before) return;
  if (fault.name.empty()) {
    fault.name = name_of(fault, faults);
  } else if (std::any_of(faults.begin(), faults.end(),
                         [&fault](const Fault& other) { return other.name == fault.name; })) {
    errors_.add(node.find("name")->place,
                {"there are two faults named '" + fault.name + "'",
                 "results are found by the name", "Give one of them another."});
    return;
  }
  const std::string path = "faults." + std::to_string(faults.size());
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
  faults.push_back(std::move(fault));
  target_.provenance[path] = std::move(record);
}

}  // namespace fieldtwin
