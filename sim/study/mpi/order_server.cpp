#include "sim/study/mpi/order_server.hpp"

#include <optional>
#include <stdexcept>

#include "sim/study/identity.hpp"
#include "sim/study/local_processes.hpp"
#include "sim/study/mpi/order.hpp"
#include "sim/study/study_files.hpp"
#include "sim/study/task_server.hpp"
#include "sim/study/write_shard.hpp"

namespace fieldtwin {
namespace {

/// The scenario as the driver wrote it. Throws if it is not the driver's.
ResolvedScenario scenario_of(const Order& order) {
  ResolvedScenario scenario =
      load_scenario_text(order.scenario, (order.folder / "resolved.yaml").string());
  if (identity_of(scenario, order.identity.seed, order.record) != order.identity) {
    throw std::runtime_error(
        "the worker does not read the driver's scenario (is another version of fieldtwin or of its "
        "tables installed there?)");
  }
  return scenario;
}

/// The life of a process that does orders.
class OrderServer {
 public:
  OrderServer(const Channel& channel, const Simulate& simulate)
      : channel_(channel),
        processes_(
            1, signals_,
            {.work = [this, &simulate](const StudyTask&) { do_order(simulate); },
             .is_whole =
                 [this](const StudyTask& task) { return shards_->has_whole(task.replication); },
             .clean_up = [this](const StudyTask& task) { shards_->drop_part(task.replication); }}) {
  }

  void run() {
    serve_tasks(channel_, signals_, processes_,
                [this](const std::string& message) { return task_of(message); });
  }

 private:
  StudyTask task_of(const std::string& message) {
    const std::string before = order_ ? order_->scenario : "";
    order_ = order_from(message);
    shards_.emplace(StudyFiles(order_->folder).shards());
    if (order_->scenario != before) read_scenario();
    return order_->task;
  }

  /// Once for all tasks of a study. What goes wrong is the task's failure.
  void read_scenario() {
    scenario_.reset();
    try {
      scenario_ = scenario_of(*order_);
    } catch (const std::exception&) {  // the task's own process will say it
    }
  }

  /// In the process of a task.
  void do_order(const Simulate& simulate) const {
    const ResolvedScenario scenario = scenario_ ? *scenario_ : scenario_of(*order_);
    write_shard(*shards_, order_->identity, order_->record, scenario.scenario,
                order_->task.replication, simulate);
  }

  const Channel& channel_;
  QueuedSignals signals_;
  std::optional<Order> order_;
  std::optional<ResolvedScenario> scenario_;  //!< of the order, if it can be read
  std::optional<Shards> shards_;
  LocalProcesses processes_;
};

}  // namespace

void serve_orders(const Channel& channel, const Simulate& simulate) {
  OrderServer(channel, simulate).run();
}

}  // namespace fieldtwin
