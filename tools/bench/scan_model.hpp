#pragma once
/// The scan model that structures of the engine are measured with: officers think, send a photo
/// over their state's cells, wait for one of 64 matching servers, receive the answer, and call one
/// of the agents after one scan in five.

#include <cmath>
#include <cstdint>

namespace fieldtwin {

struct ScanModel {
  std::uint32_t officers = 10'000;
  double horizon = 6 * 3600.0;  //!< no scan begins after this [s]
  std::uint32_t cells = 50;
  double radio = 1e6;  //!< of one device [B/s]
  double cell_capacity =
      1.25e6;             //!< shared by a state's devices [B/s]: binds when two send at once
  double think = 600.0;   //!< mean, exponential [s]
  double latency = 0.06;  //!< one way [s]
  double photo = 200e3;   //!< [B]
  double answer = 2e3;    //!< [B]
  std::uint32_t matchers = 64;
  double match = 2.0;  //!< mean, exponential [s]
  double calls = 0.2;  //!< share of scans
  std::uint32_t agents = 400;
  double handle = 100.0;  //!< mean, exponential [s]
};

/// What a run gives, whatever its structure.
struct ScanResult {
  double scans = 0.0;
  double total_latency = 0.0;  //!< from the touch of the button to the answer [s]
  double cpu = 0.0;            //!< [s]

  double mean_latency() const { return total_latency / scans; }
};

/// The random numbers of one officer, in the order of their use: splitmix64 (Steele, Lea & Flood
/// 2014). Next to nothing, so that what is measured is the engine.
class Stream {
 public:
  explicit Stream(std::uint64_t officer) : state_(officer * 0x9E3779B97F4A7C15 + 1) {}

  double uniform() {
    std::uint64_t z = (state_ += 0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    z ^= z >> 31;
    return (static_cast<double>(z >> 11) + 0.5) * 0x1p-53;
  }
  double exponential(double mean) { return -mean * std::log(uniform()); }

 private:
  std::uint64_t state_;
};

/// Hand-written: one heap of events, a switch, and nothing else.
ScanResult run_heap_with_delays(const ScanModel& model);
/// The same with fluid flows that share a cell's capacity.
ScanResult run_heap_with_flows(const ScanModel& model);

/// The engine: coroutines on the calendar, transfers as delays.
ScanResult run_engine_with_delays(const ScanModel& model);
/// Transfers as flows of SimGrid. At most once in a process.
ScanResult run_engine_with_flows(const ScanModel& model);

}  // namespace fieldtwin
