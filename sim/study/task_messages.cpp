#include "sim/study/task_messages.hpp"

#include "sim/study/cbor.hpp"

namespace fieldtwin {

std::string to_bytes(const StudyTask& task) {
  return to_cbor({task.study, task.replication});
}

StudyTask task_from(const std::string& bytes) {
  const nlohmann::json value = from_cbor(bytes);
  return {value[0], value[1]};
}

std::string to_bytes(const TaskEnd& end) {
  return to_cbor({{"study", end.task.study},
                  {"replication", end.task.replication},
                  {"fate", static_cast<int>(end.fate)},
                  {"why", end.why},
                  {"cpu_s", end.usage.cpu.value()},
                  {"peak_rss_bytes", end.usage.peak_rss_bytes}});
}

TaskEnd end_from(const std::string& bytes) {
  const nlohmann::json value = from_cbor(bytes);
  return {.task = {value["study"], value["replication"]},
          .fate = static_cast<TaskFate>(value["fate"].get<int>()),
          .why = value["why"],
          .usage = {Seconds(value["cpu_s"].get<double>()), value["peak_rss_bytes"]}};
}

}  // namespace fieldtwin
