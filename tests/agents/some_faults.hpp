#pragma once
/// Faults as tests make them.

#include <string>
#include <utility>

#include "scenarios/fault.hpp"

namespace fieldtwin {

/// A part of the system that has only a share of its capacity for a while.
inline Fault shortage(FaultKind kind, Seconds from, Seconds until, Probability capacity,
                      std::string state = {}) {
  Fault fault;
  fault.kind = kind;
  fault.name = "fault";
  fault.state = std::move(state);
  fault.from = from;
  fault.until = until;
  fault.capacity = capacity;
  return fault;
}

}  // namespace fieldtwin
