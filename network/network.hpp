#pragma once
/// The way between devices in the field and the matching service.

#include <coroutine>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sim/calendar.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// The cells of one area that share one capacity.
struct CellSpec {
  std::string name;
  BitsPerSecond capacity;
};

/// What the network is made of: cells, and the devices in them.
struct NetworkSpec {
  enum class Fidelity {
    kFlow,   //!< transfers share links, max-min fair, through SimGrid
    kDelay,  //!< each transfer has its device's rate to itself (at most the cell's capacity)
  } fidelity;
  std::vector<CellSpec> cells;
  std::vector<std::uint32_t> device_cell;  //!< each device's cell
};

enum class Direction { kUp, kDown };
enum class Delivery { kDelivered, kLost };

/// The star network of one replication: each device has its own radio link into its cell, and the
/// data centre hangs at the hub with a route of no links (a link common to all routes would make
/// each event cost as much as there are transfers).
///
/// Latency is not modelled here: who sends sleeps it off, so that shares of a cell's capacity do
/// not depend on it. Needs the Engine; at most one in a process.
class Network {
 public:
  Network(Calendar& calendar, const NetworkSpec& spec);
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;
  ~Network();  //!< stops the calendar: a process may be sending

  class Transfer;

  /// Awaitable: sends `size` to or from a device whose link, alone, carries `rate`. Gives
  /// Delivery::kLost at once when the cell or the device is down, and when either fails under way
  /// (in delay fidelity the loss is noticed when the transfer would have ended). A device carries
  /// one transfer at a time. Destroying the awaitable ends the transfer.
  ///
  /// `stretch`: how many times as long as alone it takes in delay fidelity, at least 1.
  Transfer send(std::uint32_t device, Direction direction, Bytes size, BitsPerSecond rate,
                double stretch = 1.0);

  /// How many times as long as alone a transfer of the device at that rate would take if the
  /// transfers that are now under way in its cell went on as long: 1 if there is room for it.
  /// Shares are max-min fair (Bertsekas & Gallager 1992, 6.5.2).
  double crowding(std::uint32_t device, BitsPerSecond rate) const;

  /// How long it would take alone.
  Seconds alone(std::uint32_t device, Bytes size, BitsPerSecond rate) const;

  /// From now on the cell has this share of its capacity; 0: it is down, and what it carries is
  /// lost.
  void set_cell_capacity(std::uint32_t cell, Probability share);

  enum class Power { kOff, kOn };
  /// A device that is off loses its transfer and can begin none.
  void set_device(std::uint32_t device, Power power);

  std::uint64_t transfers() const { return transfers_; }

  /// What was sent through the busiest cells until now, as a share of what they can carry in
  /// `time`; 0 without cells. A transfer counts whole from its beginning.
  Probability busiest_use(Seconds time) const;

 private:
  struct Flows;  // what SimGrid knows

  std::uint64_t failures_seen_by(std::uint32_t device) const {
    return std::uint64_t{cell_failures_[spec_.device_cell[device]]} + device_failures_[device];
  }

  Calendar& calendar_;
  NetworkSpec spec_;
  struct Active {
    std::uint32_t device;
    double rate;  //!< alone [bit/s]
  };
  void leave(std::uint32_t device);  //!< its transfer is over

  std::vector<std::vector<Active>> active_;  //!< by cell
  std::vector<Probability> cell_share_;
  std::vector<std::uint32_t> cell_failures_;    //!< how often each cell went down
  std::vector<std::uint32_t> device_failures_;  //!< how often each device went off
  std::vector<Power> power_;
  std::unique_ptr<Flows> flows_;  //!< none in delay fidelity
  std::uint64_t transfers_ = 0;
  std::vector<Bytes> sent_;  //!< by cell
};

/// One transfer under way.
class [[nodiscard]] Network::Transfer {
 public:
  Transfer(Network& network, std::uint32_t device, Direction direction, Bytes size,
           BitsPerSecond rate, double stretch)
      : network_(network),
        device_(device),
        direction_(direction),
        size_(size),
        rate_(rate),
        stretch_(stretch) {}
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> who);
  Delivery await_resume();

 private:
  friend struct Network::Flows;
  enum class Stage { kNew, kFlowing, kDelayed, kDelivered, kLost };

  Network& network_;
  std::uint32_t device_;
  Direction direction_;
  Bytes size_;
  BitsPerSecond rate_;
  double stretch_;
  bool listed_ = false;  //!< among the cell's active ones
  Seconds started_{0.0};
  std::uint64_t failures_at_start_ = 0;
  Stage stage_ = Stage::kNew;
  std::coroutine_handle<> who_;
  Calendar::Ticket wake_up_;
};

}  // namespace fieldtwin
