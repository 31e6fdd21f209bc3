#include "sim/study/mpi/order.hpp"

#include <sstream>

#include "scenarios/describe/resolved.hpp"
#include "sim/study/cbor.hpp"

namespace fieldtwin {

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
  return to_cbor({{"task", {order.task.study, order.task.replication}},
                  {"folder", order.folder.string()},
                  {"scenario", order.scenario},
                  {"record", static_cast<int>(order.record)},
                  {"identity",
                   {id.version, id.scenario, id.scenario_hash, id.seed, id.start, id.days,
                    id.record, id.states}}});
}

Order order_from(const std::string& bytes) {
  const nlohmann::json value = from_cbor(bytes);
  const nlohmann::json& id = value["identity"];
  return {.task = {value["task"][0], value["task"][1]},
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

}  // namespace fieldtwin
