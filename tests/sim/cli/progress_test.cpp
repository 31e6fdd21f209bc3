#include "sim/cli/progress.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

StudyProgress progress(std::uint32_t finished, std::uint32_t simulated, double elapsed_s) {
  return {.finished = finished,
          .planned = 200,
          .simulated = simulated,
          .scans = 1000.0 * simulated,
          .elapsed = Seconds(elapsed_s)};
}

TEST(Progress, SaysOnlyWhatItKnows) {
  EXPECT_EQ(progress_words(progress(0, 0, 0.5)), "0 of 200 replications");
}

TEST(Progress, CountsTheRateOfThisRunAlone) {
  EXPECT_EQ(progress_words(progress(150, 50, 10.0)),
            "150 of 200 replications, 5,000 scans/s, 10 s left");
  EXPECT_EQ(progress_words(progress(1, 1, 10.0)),
            "1 of 200 replications, 100 scans/s, 33 min left");
  EXPECT_EQ(progress_words(progress(200, 50, 10.0)), "200 of 200 replications, 5,000 scans/s");
}

TEST(Progress, TheBarFillsUp) {
  EXPECT_EQ(progress_bar(progress(0, 0, 0), 12), "[----------]");
  EXPECT_EQ(progress_bar(progress(100, 0, 0), 12), "[#####-----]");
  EXPECT_EQ(progress_bar(progress(200, 0, 0), 12), "[##########]");
}

TEST(Progress, ABarIsTakenAwayAgain) {
  testing::internal::CaptureStderr();
  {
    ProgressDisplay display(ProgressDisplay::Mode::kBar);
    display.show(progress(20, 20, 1.0));
    display.show(progress(21, 21, 1.01));  // too soon to be shown
  }
  const std::string shown = testing::internal::GetCapturedStderr();
  EXPECT_EQ(shown.find("21 of 200"), std::string::npos);
  EXPECT_NE(shown.find("\r[##"), std::string::npos);
  EXPECT_EQ(shown.substr(shown.size() - 4), "\r\033[K");
}

TEST(Progress, QuietSaysNothing) {
  testing::internal::CaptureStderr();
  ProgressDisplay(ProgressDisplay::Mode::kQuiet).show(progress(20, 20, 100.0));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace fieldtwin
