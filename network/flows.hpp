#pragma once
/// The flow fidelity of the network: SimGrid's links, hosts and communications. For network.cpp
/// alone.

#include <deque>
#include <memory>
#include <simgrid/s4u/Comm.hpp>
#include <simgrid/s4u/Host.hpp>
#include <simgrid/s4u/Link.hpp>
#include <vector>

#include "network/network.hpp"

namespace fieldtwin {

struct Network::Flows {
  Flows(Calendar& calendar, const NetworkSpec& spec);
  Flows(const Flows&) = delete;
  Flows& operator=(const Flows&) = delete;

  void start(Transfer& transfer);
  void stop(Transfer& transfer);  //!< ends it before its time; nobody is resumed
  void set_cell(std::uint32_t cell, BitsPerSecond capacity);
  void device_failed(std::uint32_t device);  //!< what it carries is lost

 private:
  /// A host with a radio link into a cell, lent to one device for one transfer. There are as many
  /// as devices, but those that were used last are used first: they are in the processor's cache.
  struct Carrier {
    simgrid::s4u::Host* host = nullptr;
    simgrid::s4u::Link* radio = nullptr;
    double rate = 0.0;                      //!< what the radio link is set to [B/s]
    simgrid::s4u::CommPtr flow;             //!< what it carries now
    Transfer* transfer = nullptr;           //!< who waits for that
    std::vector<Carrier*>* free = nullptr;  //!< where it is kept when nobody uses it
  };
  struct Cell {
    simgrid::s4u::Link* link = nullptr;
    std::vector<Carrier*> free;
  };

  simgrid::s4u::CommPtr give_back(Carrier& carrier);
  void completed(const simgrid::s4u::Activity& activity);

  Calendar& calendar_;
  simgrid::s4u::Host* service_ = nullptr;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> device_cell_;
  std::vector<Carrier> carriers_;
  std::vector<Carrier*> carrier_of_;  //!< each device's, while it sends or receives
  /// SimGrid uses a flow until after its callback of completion, and one that was stopped until it
  /// has reported that as a failure: these may not be let go of before.
  simgrid::s4u::CommPtr last_completed_;
  std::deque<simgrid::s4u::CommPtr> stopped_;
  std::shared_ptr<Flows*> self_ = std::make_shared<Flows*>(this);  //!< for SimGrid's callback
};

}  // namespace fieldtwin
