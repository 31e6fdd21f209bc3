#pragma once
/// The flow fidelity of the network: SimGrid's links, hosts and communications. For network.cpp
/// alone.

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
  void set_device(std::uint32_t device, Power power);

 private:
  struct Device {
    simgrid::s4u::Host* host = nullptr;
    simgrid::s4u::Link* radio = nullptr;
    double rate = 0.0;           //!< what the radio link is set to [B/s]
    simgrid::s4u::CommPtr flow;  //!< what it carries now
  };

  void completed(const simgrid::s4u::Activity& activity);

  Calendar& calendar_;
  simgrid::s4u::Host* service_ = nullptr;
  std::vector<simgrid::s4u::Link*> cells_;
  std::vector<Device> devices_;
  simgrid::s4u::CommPtr last_;  //!< the last flow that ended: see completed()
  std::shared_ptr<Flows*> self_ = std::make_shared<Flows*>(this);  //!< for SimGrid's callback
};

}  // namespace fieldtwin
