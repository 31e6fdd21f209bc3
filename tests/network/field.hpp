#pragma once
/// A small network and a process that sends over it, for the tests of this folder.

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "network/network.hpp"
#include "sim/engine.hpp"
#include "sim/timeout.hpp"

namespace fieldtwin {

/// Shared flows end on a grid of microseconds.
inline constexpr double kTick = 1.000001e-6;

using Fidelity = NetworkSpec::Fidelity;

/// Two cells of 8 Mbit/s (1 MB/s), with devices 0 to 3 in the first and 4 and 5 in the second.
inline NetworkSpec small_field(Fidelity fidelity) {
  return {fidelity,
          {{"first", BitsPerSecond(8e6)}, {"second", BitsPerSecond(8e6)}},
          {0, 0, 0, 0, 1, 1}};
}

/// How a transfer ended.
struct Sent {
  std::optional<Delivery> delivery;
  double time = -1.0;
};

struct Field {
  explicit Field(Fidelity fidelity = Fidelity::kFlow)
      : calendar(Clockwork::kEngine), network(calendar, small_field(fidelity)) {}

  Engine engine;
  Calendar calendar;
  Network network;
};

inline constexpr BitsPerSecond kFast{80e6};  //!< ten times what a cell carries

inline Process send_at(Field& field, Seconds time, std::uint32_t device, double megabytes,
                       Sent& sent, BitsPerSecond rate = kFast,
                       Direction direction = Direction::kUp) {
  if (time > field.calendar.now()) co_await field.calendar.sleep_until(time);
  sent.delivery = co_await field.network.send(device, direction, Bytes(megabytes * 1e6), rate);
  sent.time = field.calendar.now().value();
}

inline Task<Delivery> transfer(Field& field, std::uint32_t device, double megabytes,
                               BitsPerSecond rate) {
  co_return co_await field.network.send(device, Direction::kUp, Bytes(megabytes * 1e6), rate);
}

inline Process send_within(Field& field, Seconds limit, std::uint32_t device, double megabytes,
                           Sent& sent, BitsPerSecond rate = kFast) {
  sent.delivery =
      co_await with_timeout(field.calendar, limit, transfer(field, device, megabytes, rate));
  sent.time = field.calendar.now().value();
}

inline Process set_cell_at(Field& field, Seconds time, std::uint32_t cell, double share) {
  co_await field.calendar.sleep_until(time);
  field.network.set_cell_capacity(cell, Probability(share));
}

inline Process set_device_at(Field& field, Seconds time, std::uint32_t device,
                             Network::Power power) {
  co_await field.calendar.sleep_until(time);
  field.network.set_device(device, power);
}

}  // namespace fieldtwin
