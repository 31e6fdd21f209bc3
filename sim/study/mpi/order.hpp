#pragma once
/// What a driver asks of a worker that shares a file system with it but no memory.

#include <string>

#include "sim/study/executor.hpp"
#include "sim/study/study_plan.hpp"

namespace fieldtwin {

/// A task with all that it takes to do it.
struct Order {
  StudyTask task;
  std::filesystem::path folder;  //!< of the study
  std::string scenario;          //!< the text of its resolved.yaml
  RecordLevel record = RecordLevel::kCases;
  StudyIdentity identity;
};

/// An order for a task of a plan.
Order order_of(const StudyPlan& plan, const StudyTask& task);

/// As bytes, and back. Both ends are the same program.
std::string to_bytes(const Order& order);
Order order_from(const std::string& bytes);

}  // namespace fieldtwin
