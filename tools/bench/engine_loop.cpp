/// The scan model as the engine wants it written.

#include <memory>
#include <stdexcept>
#include <string>

#include "network/network.hpp"
#include "sim/engine.hpp"
#include "sim/servers.hpp"
#include "tools/bench/cpu_time.hpp"
#include "tools/bench/scan_model.hpp"

namespace fieldtwin {
namespace {

struct World {
  World(const ScanModel& m, Clockwork clockwork, const NetworkSpec& spec)
      : model(m),
        calendar(clockwork),
        network(calendar, spec),
        matchers(calendar, m.matchers),
        agents(calendar, m.agents) {}

  const ScanModel& model;
  Calendar calendar;
  Network network;
  Servers matchers;
  Servers agents;
  ScanResult result;
};

Process patrol(World& world, std::uint32_t officer) {
  const ScanModel& model = world.model;
  const BitsPerSecond radio(8.0 * model.radio);
  Stream stream(officer);
  for (;;) {
    co_await world.calendar.sleep(Seconds(stream.exponential(model.think)));
    if (world.calendar.now().value() > model.horizon) co_return;
    const Seconds begun = world.calendar.now();
    co_await world.calendar.sleep(Seconds(model.latency));
    const Delivery sent =
        co_await world.network.send(officer, Direction::kUp, Bytes(model.photo), radio);
    {
      const Lease matcher = co_await world.matchers.acquire();
      co_await world.calendar.sleep(Seconds(stream.exponential(model.match)));
    }
    co_await world.calendar.sleep(Seconds(model.latency));
    const Delivery answered =
        co_await world.network.send(officer, Direction::kDown, Bytes(model.answer), radio);
    if (sent != Delivery::kDelivered || answered != Delivery::kDelivered) {
      throw std::logic_error("nothing fails in this model");
    }
    world.result.scans += 1.0;
    world.result.total_latency += (world.calendar.now() - begun).value();
    if (stream.uniform() < model.calls) {
      const Lease agent = co_await world.agents.acquire();
      co_await world.calendar.sleep(Seconds(stream.exponential(model.handle)));
    }
  }
}

ScanResult run(const ScanModel& model, Clockwork clockwork, NetworkSpec::Fidelity fidelity) {
  NetworkSpec spec{fidelity, {}, {}};
  for (std::uint32_t i = 0; i < model.cells; ++i) {
    spec.cells.push_back({"cell-" + std::to_string(i), BitsPerSecond(8.0 * model.cell_capacity)});
  }
  for (std::uint32_t i = 0; i < model.officers; ++i) spec.device_cell.push_back(i % model.cells);
  World world(model, clockwork, spec);
  const double begun = cpu_seconds();
  for (std::uint32_t i = 0; i < model.officers; ++i) world.calendar.start(patrol(world, i));
  world.calendar.run();
  world.result.cpu = cpu_seconds() - begun;
  return world.result;
}

}  // namespace

ScanResult run_engine_with_delays(const ScanModel& model) {
  return run(model, Clockwork::kAlone, NetworkSpec::Fidelity::kDelay);
}

ScanResult run_engine_with_flows(const ScanModel& model) {
  const Engine engine;
  return run(model, Clockwork::kEngine, NetworkSpec::Fidelity::kFlow);
}

}  // namespace fieldtwin
