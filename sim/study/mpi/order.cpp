#include "sim/study/mpi/order.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

#include "scenarios/describe/resolved.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;

std::string packed(const json& value) {
  const auto bytes = json::to_cbor(value);
  return {bytes.begin(), bytes.end()};
}

json unpacked(const std::string& bytes) {
  return json::from_cbor(bytes.begin(), bytes.end());
}

json to_json(const StudyTask& task) {
  return {task.study, task.replication};
}

StudyTask task_from(const json& value) {
  return {value[0], value[1]};
}

}  // namespace

Order order_of(const StudyPlan& plan, const StudyTask& task) {
  const PlannedStudy& study = plan.study(task.study);
  std::ostringstream scenario;
  write_resolved(study.scenario, scenario);
  return {.task = task,
          .folder = std::filesystem::absolute(plan.files(task.study).folder()),
          .scenario = scenario.str(),
          .record = study.record,
          .identity = plan.identity(task.study)};
}

std::string to_bytes(const Order& order) {
  const StudyIdentity& id = order.identity;
  return packed({{"task", to_json(order.task)},
                 {"folder", order.folder.string()},
                 {"scenario", order.scenario},
                 {"record", static_cast<int>(order.record)},
                 {"identity",
                  {id.version, id.scenario, id.scenario_hash, id.seed, id.start, id.days, id.record,
                   id.states}}});
}

Order order_from(const std::string& bytes) {
  const json value = unpacked(bytes);
  const json& id = value["identity"];
  return {.task = task_from(value["task"]),
          .folder = value["folder"].get<std::string>(),
          .scenario = value["scenario"],
          .record = static_cast<RecordLevel>(value["record"].get<int>()),
          .identity = {.version = id[0],
                       .scenario = id[1],
                       .scenario_hash = id[2],
                       .seed = id[3],
                       .start = id[4],
                       .days = id[5],
                       .record = id[6],
                       .states = id[7]}};
}

std::string to_bytes(const TaskEnd& end) {
  return packed({{"task", to_json(end.task)},
                 {"fate", static_cast<int>(end.fate)},
                 {"why", end.why},
                 {"cpu_s", end.usage.cpu.value()},
                 {"peak_rss_bytes", end.usage.peak_rss_bytes}});
}

TaskEnd end_from(const std::string& bytes) {
  const json value = unpacked(bytes);
  return {.task = task_from(value["task"]),
          .fate = static_cast<TaskFate>(value["fate"].get<int>()),
          .why = value["why"],
          .usage = {Seconds(value["cpu_s"].get<double>()), value["peak_rss_bytes"]}};
}

}  // namespace fieldtwin
