#pragma once
/// Transfers in crowded cells: how delay fidelity follows flows.

#include "agents/device.hpp"
#include "metrics/journal.hpp"
#include "network/network.hpp"

namespace fieldtwin {

struct System;

/// How many times as long as alone a transfer takes in delay fidelity: what the crowd at its
/// beginning makes of it (Network::crowding), times a draw from the scenario's fitted table, which
/// says how that turns out once others come and go. 1 in flow fidelity, and without a table.
double transfer_stretch(const System& system, const Device& device, BitsPerSecond rate,
                        std::uint64_t encounter, std::uint16_t leg);

/// Tells the journal, if it wants to know, what a crowd made of a transfer: when it ends, or as one
/// that was given up when nobody waits for it any more.
class TransferNote {
 public:
  TransferNote(System& system, const Device& device, Bytes size, BitsPerSecond rate);
  TransferNote(const TransferNote&) = delete;
  TransferNote& operator=(const TransferNote&) = delete;
  ~TransferNote();

  void ends(Delivery delivery);

 private:
  void tell(Journal::TransferEnd end) const;

  System& system_;
  Area area_;
  Seconds began_;
  Seconds alone_{0.0};
  double crowding_ = 1.0;
  bool open_;  //!< under way, and somebody wants to know
};

}  // namespace fieldtwin
