#include "sim/study/task_messages.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(TaskMessages, ATaskComesBackAsItWas) {
  const StudyTask task{UINT32_MAX, 3};
  EXPECT_EQ(task_from(to_bytes(task)), task);
}

TEST(TaskMessages, AnEndComesBackAsItWas) {
  const TaskEnd end{{7, 9}, TaskFate::kFailed, "killed by signal 9", {Seconds(1.25), 123456789}};
  const TaskEnd back = end_from(to_bytes(end));
  EXPECT_EQ(back.task, end.task);
  EXPECT_EQ(back.fate, end.fate);
  EXPECT_EQ(back.why, end.why);
  EXPECT_EQ(back.usage.cpu, end.usage.cpu);
  EXPECT_EQ(back.usage.peak_rss_bytes, end.usage.peak_rss_bytes);
}

}  // namespace
}  // namespace fieldtwin
