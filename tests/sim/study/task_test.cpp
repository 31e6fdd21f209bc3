#include "sim/study/task.hpp"

#include <gmock/gmock.h>

namespace fieldtwin {
namespace {

using testing::ElementsAre;

TEST(LackingTasks, AreAllOfANewStudyInOrder) {
  EXPECT_THAT(lacking_tasks(7, 3, {}),
              ElementsAre(StudyTask{7, 0}, StudyTask{7, 1}, StudyTask{7, 2}));
}

TEST(LackingTasks, LeaveOutWhatIsThereWithItsGaps) {
  EXPECT_THAT(lacking_tasks(0, 6, {0, 2, 3, 9}),
              ElementsAre(StudyTask{0, 1}, StudyTask{0, 4}, StudyTask{0, 5}));
}

}  // namespace
}  // namespace fieldtwin
