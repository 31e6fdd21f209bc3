#pragma once
/// Tasks and their ends as bytes, for a channel. Both ends of it are the same program.

#include <string>

#include "sim/study/executor.hpp"

namespace fieldtwin {

std::string to_bytes(const StudyTask& task);
StudyTask task_from(const std::string& bytes);
std::string to_bytes(const TaskEnd& end);
TaskEnd end_from(const std::string& bytes);

}  // namespace fieldtwin
