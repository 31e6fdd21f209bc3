#pragma once
/// The register of every kind of fault: one entry writes the reader's checks, the JSON Schema and
/// the manual page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/fault.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {

/// A number that events of a kind have.
struct FaultNumber {
  std::string_view key;
  Dimension dimension;
  double low;
  double high;
  Whole whole;
  enum class Without { kRefused, kAllowed } without;  //!< whether it may be `none`: infinity
  std::string_view meaning;
  void (*set)(Fault&, double);
  double (*get)(const Fault&);
};

/// What else events of a kind may have.
enum class FaultHas : std::uint8_t {
  kNothing,
  kState,         //!< state: a postal code; without one, everywhere
  kStateAndArea,  //!< and area: urban or rural
  kRegion,        //!< region, and with it share, states and failover
};

struct FaultKindEntry {
  std::string_view key;   //!< "target": of a part of the system, or "event"
  std::string_view name;  //!< its value: "login"
  std::string_view meaning;
  FaultHas has;
  std::span<const FaultNumber> numbers;  //!< beside from and until; all must be given
};

/// In the order of the enumerators.
std::span<const FaultKindEntry> fault_kinds();
const FaultKindEntry& fault_kind(FaultKind kind);

/// What a region has beside its name, if a fault is of one.
std::span<const FaultNumber> region_numbers();

/// An event as it is written in a scenario file: "{target: login, from: 18 h, ...}".
std::string fault_text(const Fault& fault);

}  // namespace fieldtwin
