/// The limit that the engine is held against: what one would write for this model alone.

#include <algorithm>
#include <deque>
#include <functional>
#include <queue>
#include <vector>

#include "tools/bench/cpu_time.hpp"
#include "tools/bench/scan_model.hpp"

namespace fieldtwin {
namespace {

enum class Step : std::uint32_t {
  kScan,
  kUpload,
  kUploaded,
  kMatched,
  kDownload,
  kDownloaded,
  kHandled,
  kCell
};

struct Event {
  double time;
  std::uint64_t order;
  std::uint32_t who;  //!< officer, or cell
  Step step;
  std::uint32_t version;  //!< of the cell's plan: an outdated one is void
  bool operator>(const Event& other) const {
    return time != other.time ? time > other.time : order > other.order;
  }
};

struct Pool {
  std::uint32_t free;
  std::deque<std::uint32_t> queue;
};

struct Flow {
  std::uint32_t officer;
  Step then;
  double left;  //!< [B]
};

/// All flows of a cell have the same limit, and so the same fair share.
struct Cell {
  std::vector<Flow> flows;
  double since = 0.0;
  double rate = 0.0;
  std::uint32_t version = 0;
};

enum class Transfers { kDelays, kFlows };

template <Transfers kTransfers>
class HeapLoop {
 public:
  explicit HeapLoop(const ScanModel& model)
      : model_(model),
        matchers_{model.matchers, {}},
        agents_{model.agents, {}},
        cells_(model.cells),
        started_(model.officers) {}

  ScanResult run() {
    for (std::uint32_t officer = 0; officer < model_.officers; ++officer) {
      streams_.emplace_back(officer);
      think(officer);
    }
    while (!heap_.empty()) {
      const Event event = heap_.top();
      heap_.pop();
      now_ = event.time;
      if (event.step == Step::kCell)
        advance(event.who, event.version);
      else
        go_on(event.who, event.step);
    }
    return result_;
  }

 private:
  void at(double time, std::uint32_t who, Step step, std::uint32_t version = 0) {
    heap_.push({time, order_++, who, step, version});
  }
  void think(std::uint32_t officer) {
    at(now_ + streams_[officer].exponential(model_.think), officer, Step::kScan);
  }

  void go_on(std::uint32_t officer, Step step) {
    Stream& stream = streams_[officer];
    switch (step) {
      case Step::kScan:
        if (now_ > model_.horizon) break;
        started_[officer] = now_;
        at(now_ + model_.latency, officer, Step::kUpload);
        break;
      case Step::kUpload:
        send(officer, model_.photo, Step::kUploaded);
        break;
      case Step::kUploaded:
        if (take(matchers_, officer)) match(officer);
        break;
      case Step::kMatched:
        at(now_ + model_.latency, officer, Step::kDownload);
        if (hand_on(matchers_)) match(next_);
        break;
      case Step::kDownload:
        send(officer, model_.answer, Step::kDownloaded);
        break;
      case Step::kDownloaded:
        result_.scans += 1.0;
        result_.total_latency += now_ - started_[officer];
        if (stream.uniform() >= model_.calls)
          think(officer);
        else if (take(agents_, officer))
          handle(officer);
        break;
      case Step::kHandled:
        think(officer);
        if (hand_on(agents_)) handle(next_);
        break;
      case Step::kCell:
        break;
    }
  }
  void match(std::uint32_t officer) {
    at(now_ + streams_[officer].exponential(model_.match), officer, Step::kMatched);
  }
  void handle(std::uint32_t officer) {
    at(now_ + streams_[officer].exponential(model_.handle), officer, Step::kHandled);
  }

  bool take(Pool& pool, std::uint32_t officer) {
    if (pool.free == 0) {
      pool.queue.push_back(officer);
      return false;
    }
    --pool.free;
    return true;
  }
  /// Gives a server to the next in the queue, who is `next_` then, or to nobody.
  bool hand_on(Pool& pool) {
    if (pool.queue.empty()) {
      ++pool.free;
      return false;
    }
    next_ = pool.queue.front();
    pool.queue.pop_front();
    return true;
  }

  void send(std::uint32_t officer, double bytes, Step then) {
    if constexpr (kTransfers == Transfers::kDelays) {
      at(now_ + bytes / model_.radio, officer, then);
    } else {
      Cell& cell = cells_[officer % model_.cells];
      drain(cell);
      cell.flows.push_back({officer, then, bytes});
      plan(officer % model_.cells);
    }
  }
  void drain(Cell& cell) {
    for (Flow& flow : cell.flows) flow.left -= (now_ - cell.since) * cell.rate;
    cell.since = now_;
  }
  /// The cell's next event: the end of its shortest flow.
  void plan(std::uint32_t number) {
    Cell& cell = cells_[number];
    ++cell.version;
    if (cell.flows.empty()) return;
    cell.rate =
        std::min(model_.radio, model_.cell_capacity / static_cast<double>(cell.flows.size()));
    double least = cell.flows.front().left;
    for (const Flow& flow : cell.flows) least = std::min(least, flow.left);
    at(now_ + std::max(0.0, least) / cell.rate, number, Step::kCell, cell.version);
  }
  void advance(std::uint32_t number, std::uint32_t version) {
    Cell& cell = cells_[number];
    if (cell.version != version) return;
    drain(cell);
    constexpr double kNothing = 1e-3;  // a byte's thousandth is a rounding error
    for (std::size_t i = 0; i < cell.flows.size();) {
      const Flow flow = cell.flows[i];
      if (flow.left > kNothing) {
        ++i;
        continue;
      }
      cell.flows.erase(cell.flows.begin() + static_cast<std::ptrdiff_t>(i));
      go_on(flow.officer, flow.then);
    }
    plan(number);
  }

  const ScanModel& model_;
  double now_ = 0.0;
  std::uint64_t order_ = 0;
  std::uint32_t next_ = 0;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> heap_;
  Pool matchers_;
  Pool agents_;
  std::vector<Cell> cells_;
  std::vector<Stream> streams_;
  std::vector<double> started_;
  ScanResult result_;
};

template <Transfers kTransfers>
ScanResult timed(const ScanModel& model) {
  const double begun = cpu_seconds();
  ScanResult result = HeapLoop<kTransfers>(model).run();
  result.cpu = cpu_seconds() - begun;
  return result;
}

}  // namespace

ScanResult run_heap_with_delays(const ScanModel& model) {
  return timed<Transfers::kDelays>(model);
}

ScanResult run_heap_with_flows(const ScanModel& model) {
  return timed<Transfers::kFlows>(model);
}

}  // namespace fieldtwin
